package org.kuroshio.indicators.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.region.Regions;

/** Finds what sources declare to be complete, so that an absent fact means zero. */
record Coverages(Facts facts, Regions regions) {
  private static final String MEASURE = "coverage:";
  private static final String MEMBERS = "members";

  /** Whether any source declares anything of the indicator complete, for any region and time. */
  boolean isDeclaredAnywhere(String indicator) {
    boolean[] found = {false};
    facts.behind(
        EventStream.REFERENCE,
        key -> key.measure().equals(MEASURE + indicator),
        (source, offset, id, key, amount) -> found[0] = true);
    return found[0];
  }

  /**
   * What is declared for the region, for what it lies in or for what lies in it, on any of the
   * days. One entry for each region and time, with every source that declares it.
   */
  List<Cited> near(String indicator, String region, int first, int last) {
    Map<String, Cited> found = new TreeMap<>();
    facts.behind(
        EventStream.REFERENCE,
        key ->
            key.measure().equals(MEASURE + indicator)
                && key.from() <= last
                && first <= key.to()
                && isNear(key.regions(), region, LocalDate.ofEpochDay(key.to())),
        (source, offset, id, key, amount) ->
            found.merge(
                words(key),
                cited(key, Contributor.adding(source, offset, id, Rational.of(amount))),
                Coverages::joined));
    return List.copyOf(found.values());
  }

  private boolean isNear(String covered, String region, LocalDate on) {
    return regions.containing(region, on).contains(covered)
        || regions.containing(covered, on).contains(region);
  }

  private static Cited cited(BaseKey key, Contributor entity) {
    return new Cited("coverage", words(key), Optional.empty(), List.of(entity));
  }

  private static String words(BaseKey key) {
    return "declared complete for %s%s, from %s to %s"
        .formatted(
            key.regions(),
            key.item().equals(MEMBERS) ? " and all that lies in it" : " as a total",
            LocalDate.ofEpochDay(key.from()),
            LocalDate.ofEpochDay(key.to()));
  }

  private static Cited joined(Cited a, Cited b) {
    List<Contributor> entities = new ArrayList<>(a.entities());
    entities.addAll(b.entities());
    return new Cited(a.role(), a.words(), a.value(), entities);
  }
}
