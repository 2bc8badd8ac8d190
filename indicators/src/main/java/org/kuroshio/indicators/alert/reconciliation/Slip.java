package org.kuroshio.indicators.alert.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A slip of the pen that makes one run of digits of another, exactly.
 *
 * @param word as in {@code digit-replaced}
 * @param sentence by language
 */
record Slip(String word, Map<String, String> sentence) {
  /** Every single slip that makes what was published of what was computed. */
  static List<Slip> between(String computed, String published) {
    List<Slip> slips = new ArrayList<>();
    if (computed.startsWith("-") != published.startsWith("-")) {
      return slips;
    }
    if (computed.length() == published.length()) {
      replaced(computed, published, slips);
      swapped(computed, published, slips);
    } else if (computed.length() == published.length() + 1) {
      dropped(computed, published, slips);
    } else if (computed.length() + 1 == published.length()) {
      doubled(computed, published, slips);
    }
    return slips;
  }

  private static void replaced(String computed, String published, List<Slip> slips) {
    List<Integer> different = different(computed, published);
    if (different.size() == 1) {
      int at = different.get(0);
      char from = computed.charAt(at);
      char to = published.charAt(at);
      slips.add(
          new Slip(
              "digit-replaced",
              Map.of(
                  "en",
                      "one digit replaced: %s with %s in place of %s"
                          .formatted(published, to, from),
                  "ja", "一桁の誤記：%s（%sが%sに）".formatted(published, from, to),
                  "zh", "一位数字误写：%s（%s误为%s）".formatted(published, from, to))));
    }
  }

  private static void swapped(String computed, String published, List<Slip> slips) {
    List<Integer> different = different(computed, published);
    if (different.size() == 2
        && different.get(1) == different.get(0) + 1
        && computed.charAt(different.get(0)) == published.charAt(different.get(1))
        && computed.charAt(different.get(1)) == published.charAt(different.get(0))) {
      slips.add(
          new Slip(
              "digits-swapped",
              Map.of(
                  "en", "two adjacent digits swapped: %s for %s".formatted(published, computed),
                  "ja", "隣り合う二桁の入れ違い：%sは%s".formatted(published, computed),
                  "zh", "相邻两位数字颠倒：%s应为%s".formatted(published, computed))));
    }
  }

  private static void dropped(String computed, String published, List<Slip> slips) {
    if (lessOne(computed).contains(published)) {
      slips.add(
          new Slip(
              "digit-dropped",
              Map.of(
                  "en", "one digit dropped: %s for %s".formatted(published, computed),
                  "ja", "一桁の脱落：%sは%s".formatted(published, computed),
                  "zh", "漏写一位数字：%s应为%s".formatted(published, computed))));
    }
  }

  private static void doubled(String computed, String published, List<Slip> slips) {
    for (int i = 1; i < published.length(); i++) {
      String without = published.substring(0, i) + published.substring(i + 1);
      if (published.charAt(i) == published.charAt(i - 1) && without.equals(computed)) {
        slips.add(
            new Slip(
                "digit-doubled",
                Map.of(
                    "en", "one digit doubled: %s for %s".formatted(published, computed),
                    "ja", "一桁の重複：%sは%s".formatted(published, computed),
                    "zh", "重复一位数字：%s应为%s".formatted(published, computed))));
        return;
      }
    }
  }

  private static List<Integer> different(String one, String other) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < one.length(); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        places.add(i);
      }
    }
    return places;
  }

  private static List<String> lessOne(String digits) {
    List<String> shorter = new ArrayList<>();
    for (int i = 0; i < digits.length(); i++) {
      shorter.add(digits.substring(0, i) + digits.substring(i + 1));
    }
    return shorter;
  }
}
