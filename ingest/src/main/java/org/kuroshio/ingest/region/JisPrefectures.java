package org.kuroshio.ingest.region;

/** JIS X 0401: the 47 prefectures of Japan, whose numbers are those of ISO 3166-2. */
public final class JisPrefectures {
  private static final int COUNT = 47;
  private static final String[] REGIONS = regions();

  private JisPrefectures() {}

  private static String[] regions() {
    String[] regions = new String[COUNT + 1];
    for (int i = 1; i <= COUNT; i++) {
      regions[i] = "JP-%02d".formatted(i);
    }
    return regions;
  }

  /**
   * @param code {@code 01} to {@code 47}; empty where the publisher gives none
   * @return {@code JP-ZZ} for the empty code
   * @throws org.kuroshio.ingest.rejection.RejectedException for any other code
   */
  public static String region(String code, RegionTally tally) {
    if (code.isEmpty()) {
      tally.unknown("no-prefecture");
      return "JP-ZZ";
    }
    int number = number(code);
    if (number < 1 || number > COUNT) {
      throw UnknownCode.region(code, "prefecture of JIS X 0401, which has 01 to 47");
    }
    return REGIONS[number];
  }

  /**
   * @param number 1 to 47
   */
  static String region(int number) {
    return REGIONS[number];
  }

  static boolean isPrefecture(String twoDigits) {
    int number = number(twoDigits);
    return number >= 1 && number <= COUNT;
  }

  private static int number(String code) {
    if (code.length() != 2) {
      return -1;
    }
    int tens = code.charAt(0) - '0';
    int ones = code.charAt(1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
