package org.kuroshio.indicators.formula.composite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kuroshio.indicators.exact.DecimalText;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Direction;
import org.kuroshio.indicators.formula.Ranking;

/**
 * Works out an index. The same input gives the same bits on every machine: StrictMath, members in
 * the order of the tree, regions in the order of their codes.
 */
public final class Composite {

  private Composite() {}

  /**
   * @param values by member id, then region: the regions named anywhere are the set over which
   *     members are compared; a region that a member does not name is missing there, as is an empty
   *     value
   * @throws IllegalArgumentException if a member is not in {@code values} at all, a value is for
   *     none of the members, or a number is not finite
   */
  public static CompositeResult evaluate(
      CompositeSpec spec, Map<String, Map<String, OptionalDouble>> values) {
    requireSameMembers(spec, values);
    SortedSet<String> regions = new TreeSet<>();
    values.values().forEach(byRegion -> regions.addAll(byRegion.keySet()));
    Map<String, SortedMap<String, Score>> members = new HashMap<>();
    Map<String, Scale> scales = new LinkedHashMap<>();
    for (Member member : spec.members()) {
      MemberScores scored =
          MemberScores.of(member, spec.normalisation(), values.get(member.id()), regions);
      members.put(member.id(), scored.scores());
      scored.scale().ifPresent(scale -> scales.put(member.id(), scale));
    }
    return aggregate(spec, members, regions, scales);
  }

  /** The levels of an index whose members are normalised already. */
  static CompositeResult aggregate(
      CompositeSpec spec,
      Map<String, SortedMap<String, Score>> members,
      SortedSet<String> regions,
      Map<String, Scale> scales) {
    Map<String, SortedMap<String, Score>> scores = new LinkedHashMap<>();
    spec.index()
        .all()
        .forEach(part -> scores.put(part.id(), members.getOrDefault(part.id(), new TreeMap<>())));
    LevelScores levels = new LevelScores(spec.leastCoverage(), scores);
    regions.forEach(region -> levels.fill(spec.index(), region));
    scores.replaceAll((id, byRegion) -> Collections.unmodifiableSortedMap(byRegion));
    Map<String, Map<String, Rational>> ranks = new LinkedHashMap<>();
    spec.index()
        .all()
        .filter(Level.class::isInstance)
        .forEach(level -> ranks.put(level.id(), ranks(scores.get(level.id()), spec)));
    return new CompositeResult(spec, scores, ranks, scales);
  }

  private static Map<String, Rational> ranks(Map<String, Score> scores, CompositeSpec spec) {
    Map<String, Rational> numbers = new HashMap<>();
    scores.forEach(
        (region, score) ->
            score.number().ifPresent(number -> numbers.put(region, rounded(number, spec))));
    return Collections.unmodifiableMap(
        Ranking.rank(numbers, Ranking.Method.COMPETITION, Direction.HIGHEST_FIRST));
  }

  /** What is printed alike is ranked alike, and the last bit of a double decides nothing. */
  private static Rational rounded(double number, CompositeSpec spec) {
    BigDecimal printed =
        spec.rankDecimals().isPresent()
            ? new BigDecimal(number)
                .setScale(spec.rankDecimals().getAsInt(), RoundingMode.HALF_EVEN)
            : new BigDecimal(DecimalText.of(number));
    return Rational.of(printed);
  }

  private static void requireSameMembers(CompositeSpec spec, Map<String, ?> values) {
    SortedSet<String> expected = new TreeSet<>(spec.members().stream().map(Member::id).toList());
    if (!expected.equals(new TreeSet<>(values.keySet()))) {
      throw new IllegalArgumentException(
          "the composite '"
              + spec.index().id()
              + "' has the members "
              + expected
              + ", but values came for "
              + new TreeSet<>(values.keySet()));
    }
  }
}
