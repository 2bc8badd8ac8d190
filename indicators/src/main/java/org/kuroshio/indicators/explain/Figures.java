package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.ledger.BaseKey;

/** Finds published figures. */
record Figures(Facts facts) {
  private static final String MEASURE = "figure:";

  /** A figure as it stands in the base cells: the parts of its item, and empty text for none. */
  private record Figure(
      String group, String period, String breakdown, String value, String low, String high) {
    static Figure of(BaseKey key) {
      String[] parts = key.item().split("\n", -1);
      return new Figure(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    Optional<Rational> number() {
      return value.isEmpty() ? Optional.empty() : Optional.of(Rational.parse(value));
    }

    String text() {
      return value.isEmpty() ? "from " + low + " to " + high : value;
    }
  }

  private interface Wanted {
    boolean test(String region, Figure figure);
  }

  /**
   * The figures published for a cell, by entity id.
   *
   * @param group the reference set that they were published for; empty text for none
   */
  List<Cited> of(CellQuestion cell, String group) {
    return find(
        cell.indicator(),
        (region, figure) ->
            region.equals(cell.region())
                && figure.group().equals(group)
                && figure.period().equals(cell.period())
                && figure.breakdown().equals(cell.breakdown()));
  }

  /** The figures published of an indicator and region, not broken down, for other periods. */
  List<Cited> ofOtherPeriods(String indicator, CellQuestion cell) {
    return find(
        indicator,
        (region, figure) ->
            region.equals(cell.region())
                && !figure.period().equals(cell.period())
                && figure.breakdown().isEmpty());
  }

  private List<Cited> find(String indicator, Wanted wanted) {
    TreeMap<String, Cited> byId = new TreeMap<>();
    facts.behind(
        EventStream.REFERENCE,
        key ->
            key.measure().equals(MEASURE + indicator) && wanted.test(key.regions(), Figure.of(key)),
        (source, offset, id, key, amount) -> {
          Figure figure = Figure.of(key);
          byId.put(
              id,
              new Cited(
                  "published figure",
                  "%s of %s for %s was published as %s %s"
                      .formatted(
                          indicator, key.regions(), figure.period(), figure.text(), key.unit()),
                  figure.number(),
                  List.of(
                      Contributor.adding(
                          source, offset, id, figure.number().orElse(Rational.ZERO)))));
        });
    return List.copyOf(byId.values());
  }
}
