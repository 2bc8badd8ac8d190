package org.kuroshio.indicators.formula.composite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
    for (String region : regions) {
      score(spec.index(), region, spec.leastCoverage(), scores);
    }
    scores.replaceAll((id, byRegion) -> Collections.unmodifiableSortedMap(byRegion));
    Map<String, Map<String, Rational>> ranks = new LinkedHashMap<>();
    spec.index()
        .all()
        .filter(Level.class::isInstance)
        .forEach(
            level ->
                ranks.put(level.id(), Collections.unmodifiableMap(ranks(scores.get(level.id())))));
    return new CompositeResult(spec, scores, ranks, scales);
  }

  private static Score score(
      Component part,
      String region,
      Rational leastCoverage,
      Map<String, SortedMap<String, Score>> scores) {
    if (!(part instanceof Level level)) {
      return scores.get(part.id()).get(region);
    }
    List<Double> values = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    Rational present = Rational.ZERO;
    Rational all = Rational.ZERO;
    for (Component below : level.parts()) {
      OptionalDouble number = score(below, region, leastCoverage, scores).number();
      all = all.add(below.weight());
      if (number.isPresent()) {
        present = present.add(below.weight());
        values.add(number.getAsDouble());
        weights.add(below.weight().doubleValue());
      } else {
        lacking.add(below.id());
      }
    }
    boolean enough = !values.isEmpty() && present.compareTo(all.multiply(leastCoverage)) >= 0;
    Score score =
        enough
            ? new Score.Value(level.aggregation().mean(array(values), array(weights)))
            : new Score.Missing(Score.Reason.LOW_COVERAGE, lacking);
    scores.get(level.id()).put(region, score);
    return score;
  }

  private static Map<String, Rational> ranks(Map<String, Score> scores) {
    Map<String, Rational> numbers = new HashMap<>();
    scores.forEach(
        (region, score) ->
            score.number().ifPresent(number -> numbers.put(region, asPrinted(number))));
    return Ranking.rank(numbers, Ranking.Method.COMPETITION, Direction.HIGHEST_FIRST);
  }

  /**
   * So that what is printed alike is ranked alike, and the last bit of a double decides nothing.
   */
  private static Rational asPrinted(double number) {
    return Rational.of(new BigDecimal(DecimalText.of(number)));
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
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
