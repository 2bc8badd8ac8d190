package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.ledger.BaseKey;

/** Published figures, by indicator. */
final class FigureTable {
  /**
   * One published figure.
   *
   * @param value null where only a range was printed
   * @param entityId of the ReportedFigure
   */
  record Figure(
      String group,
      String region,
      String period,
      String breakdown,
      String unit,
      Rational value,
      String entityId) {}

  private final Map<String, Map<BaseKey, Figure>> figures = new HashMap<>();

  void changed(String indicator, BaseKey key, int presence) {
    Map<BaseKey, Figure> known = figures.computeIfAbsent(indicator, i -> new HashMap<>());
    if (presence > 0) {
      String[] parts = key.item().split("\n", -1);
      Rational value = parts[3].isEmpty() ? null : Rational.parse(parts[3]);
      known.put(
          key,
          new Figure(parts[0], key.regions(), parts[1], parts[2], key.unit(), value, parts[7]));
    } else if (presence < 0) {
      known.remove(key);
      if (known.isEmpty()) {
        figures.remove(indicator);
      }
    }
  }

  /** The figures of an indicator by entity id. */
  TreeMap<String, Figure> of(String indicator) {
    TreeMap<String, Figure> byId = new TreeMap<>();
    figures.getOrDefault(indicator, Map.of()).values().forEach(f -> byId.put(f.entityId(), f));
    return byId;
  }

  boolean has(String indicator) {
    return figures.containsKey(indicator);
  }

  /** Any figure with a value for the region whose period's label is this one. */
  Optional<Figure> at(String indicator, String region, String period) {
    return of(indicator).values().stream()
        .filter(
            f ->
                f.value() != null
                    && f.region().equals(region)
                    && f.period().equals(period)
                    && f.breakdown().isEmpty())
        .findFirst();
  }
}
