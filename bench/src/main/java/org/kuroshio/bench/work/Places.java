package org.kuroshio.bench.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.kuroshio.indicators.region.Regions;

/**
 * Where facts are: as in the paper's table of ventures, over half in the first region of a country
 * (Tokyo), the rest ever less often in the others, and one of a hundred nobody knows where.
 */
final class Places {
  private static final List<String> COUNTRIES = List.of("JP", "US", "CN");
  private static final String TOKYO = "JP-13";
  private static final int CAPITAL_PERCENT = 55;
  private static final int UNKNOWN_PERCENT = 1;

  private final List<List<String>> leaves = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  Places(int countries) {
    for (String country : COUNTRIES.subList(0, countries)) {
      List<String> ordered =
          new ArrayList<>(Regions.shipped().leaves(country, LocalDate.of(2019, 4, 1)));
      if (ordered.remove(TOKYO)) {
        ordered.add(0, TOKYO);
      }
      leaves.add(ordered);
      unknown.add(country + "-ZZ");
    }
  }

  String draw(SplittableRandom random) {
    int country = random.nextInt(leaves.size());
    int hundredth = random.nextInt(100);
    if (hundredth < UNKNOWN_PERCENT) {
      return unknown.get(country);
    }
    List<String> regions = leaves.get(country);
    if (hundredth < UNKNOWN_PERCENT + CAPITAL_PERCENT) {
      return regions.get(0);
    }
    double place = random.nextDouble();
    return regions.get(1 + (int) (place * place * (regions.size() - 1)));
  }
}
