package org.kuroshio.indicators.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.region.Kind;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Source;

/** Finds the observations of a series that a number is divided by, or made from. */
record Observations(Facts facts, Regions regions) {
  private static final String MEASURE = "observation:";
  private static final Rational SCALE = Rational.of(10_000);

  private record Observed(int day, String item, Contributor entity) {
    /** The item is the vintage and the entity, so that the last one in order is taken. */
    String vintage() {
      return item.substring(0, item.indexOf('\n'));
    }

    static Observed later(Observed a, Observed b) {
      int byDay = Integer.compare(a.day, b.day);
      return (byDay != 0 ? byDay : a.item.compareTo(b.item)) >= 0 ? a : b;
    }

    boolean isAlike(Observed other) {
      return day == other.day && vintage().equals(other.vintage());
    }
  }

  /**
   * The latest observation not after the day, of its latest vintage; of a group without one of its
   * own those of its leaves, if they are of one date and vintage. Without a value where there is
   * none.
   */
  Cited latest(String series, String region, int day) {
    List<String> leaves = leaves(region, day);
    Map<String, Observed> latest = collect(series, region, leaves, day);
    if (latest.containsKey(region)) {
      return cited("denominator", series, region, List.of(latest.get(region)));
    }
    List<Observed> parts = new ArrayList<>();
    for (String leaf : leaves) {
      Observed part = latest.get(leaf);
      if (part == null || !part.isAlike(parts.isEmpty() ? part : parts.get(0))) {
        return none(series, region, day);
      }
      parts.add(part);
    }
    return parts.isEmpty()
        ? none(series, region, day)
        : cited("denominator", series, region, parts);
  }

  /**
   * What each release says of a region for one reference date, in the order of the releases: for
   * the last date of these days for which there are several releases.
   */
  List<Cited> releases(String series, String region, int firstDay, int lastDay) {
    TreeMap<Integer, TreeMap<String, Observed>> days = new TreeMap<>();
    facts.behind(
        EventStream.REFERENCE,
        key ->
            key.measure().equals(MEASURE + series)
                && key.regions().equals(region)
                && firstDay <= key.to()
                && key.to() <= lastDay,
        (source, offset, id, key, amount) ->
            days.computeIfAbsent(key.to(), d -> new TreeMap<>())
                .put(key.item(), observed(source, offset, id, key, amount)));
    for (TreeMap<String, Observed> releases : days.descendingMap().values()) {
      if (!releases.firstEntry().getValue().isAlike(releases.lastEntry().getValue())) {
        return releases.values().stream()
            .map(release -> cited("release", series, region, List.of(release)))
            .toList();
      }
    }
    return List.of();
  }

  private static Observed observed(
      Source source, long offset, String id, BaseKey key, long amount) {
    return new Observed(
        key.to(),
        key.item(),
        Contributor.adding(source, offset, id, Rational.of(amount).divide(SCALE)));
  }

  private Map<String, Observed> collect(
      String series, String region, List<String> leaves, int day) {
    Set<String> wanted = new HashSet<>(leaves);
    wanted.add(region);
    Map<String, Observed> latest = new HashMap<>();
    facts.behind(
        EventStream.REFERENCE,
        key ->
            key.measure().equals(MEASURE + series)
                && wanted.contains(key.regions())
                && key.to() <= day,
        (source, offset, id, key, amount) ->
            latest.merge(
                key.regions(), observed(source, offset, id, key, amount), Observed::later));
    return latest;
  }

  private List<String> leaves(String region, int day) {
    Kind kind = regions.kind(region);
    return kind == Kind.GROUP || kind == Kind.COUNTRY
        ? regions.leaves(region, LocalDate.ofEpochDay(day))
        : List.of();
  }

  private static Cited cited(String role, String series, String region, List<Observed> parts) {
    Rational value =
        parts.stream().map(p -> p.entity().adds()).reduce(Rational.ZERO, Rational::add);
    String sum = parts.size() > 1 ? ", the sum of its " + parts.size() + " members" : "";
    return new Cited(
        role,
        "%s of %s on %s, vintage %s%s"
            .formatted(
                series,
                region,
                LocalDate.ofEpochDay(parts.get(0).day()),
                parts.get(0).vintage(),
                sum),
        Optional.of(value),
        parts.stream().map(Observed::entity).toList());
  }

  private static Cited none(String series, String region, int day) {
    return new Cited(
        "denominator",
        "no %s of %s is known for a day up to %s, nor of all its members for one date and vintage"
            .formatted(series, region, LocalDate.ofEpochDay(day)),
        Optional.empty(),
        List.of());
  }
}
