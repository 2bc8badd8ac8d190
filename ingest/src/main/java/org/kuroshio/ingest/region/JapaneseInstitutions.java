package org.kuroshio.ingest.region;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Universities and research institutes by their Japanese names to the prefecture of their head
 * office. Places of single laboratories are not told apart.
 */
public final class JapaneseInstitutions {
  private static final Pattern LEGAL_FORM =
      Pattern.compile("^(国立大学法人|公立大学法人|学校法人|大学共同利用機関法人|国立研究開発法人|独立行政法人|公益財団法人|一般財団法人|株式会社)");

  private static final Map<String, Integer> BY_NAME = byName();

  private JapaneseInstitutions() {}

  private static Map<String, Integer> byName() {
    Map<String, Integer> names = new HashMap<>();
    for (String[] row : RegionTable.rows("japanese-institutions.csv")) {
      if (names.put(row[0], Integer.parseInt(row[1])) != null) {
        throw new IllegalStateException("japanese-institutions.csv has " + row[0] + " twice");
      }
    }
    return Map.copyOf(names);
  }

  /**
   * @param name as printed, with or without a legal form before it and a faculty behind a blank
   * @return {@code JP-ZZ} where the institution is not in the table and no prefecture begins its
   *     name
   */
  public static String region(String name, RegionTally tally) {
    if (name.isBlank()) {
      tally.unknown("no-institution");
      return "JP-ZZ";
    }
    for (String part : name.split("[\\s　]+", -1)) {
      Integer known = BY_NAME.get(LEGAL_FORM.matcher(part).replaceFirst(""));
      if (known != null) {
        return JisPrefectures.region(known);
      }
    }
    // bodies of a prefecture carry its name
    int named = JapaneseAddresses.prefecture(name.strip());
    if (named > 0) {
      return JisPrefectures.region(named);
    }
    tally.unknown("unknown-institution");
    return "JP-ZZ";
  }
}
