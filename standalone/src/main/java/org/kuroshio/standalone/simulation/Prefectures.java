package org.kuroshio.standalone.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where things happen: in the eleven prefectures as often as the paper's Table 3 counts ventures
 * there, and now and then elsewhere, as the table does not say where the other 1,029 are.
 */
final class Prefectures {
  private record Share(String code, int ventures) {}

  private static final List<Share> SHARES =
      List.of(
          new Share("JP-13", 428),
          new Share("JP-14", 131),
          new Share("JP-08", 64),
          new Share("JP-22", 36),
          new Share("JP-11", 23),
          new Share("JP-12", 20),
          new Share("JP-10", 11),
          new Share("JP-15", 10),
          new Share("JP-20", 10),
          new Share("JP-09", 6),
          new Share("JP-19", 5),
          new Share("JP-27", 26),
          new Share("JP-26", 14),
          new Share("JP-40", 12),
          new Share("JP-23", 12),
          new Share("JP-01", 8),
          new Share("JP-04", 6));

  /** One entry for each venture of a prefecture. */
  private static final List<String> DRAWN = drawn();

  private Prefectures() {}

  static String any(Chance chance) {
    return chance.oneOf(DRAWN);
  }

  static String otherThan(String code, Chance chance) {
    String other = any(chance);
    while (other.equals(code)) {
      other = any(chance);
    }
    return other;
  }

  /** Mostly the same place, as people and firms stay near. */
  static String near(String code, Chance chance) {
    return chance.percent(70) ? code : any(chance);
  }

  private static List<String> drawn() {
    List<String> drawn = new ArrayList<>();
    SHARES.forEach(share -> drawn.addAll(Collections.nCopies(share.ventures, share.code)));
    return List.copyOf(drawn);
  }
}
