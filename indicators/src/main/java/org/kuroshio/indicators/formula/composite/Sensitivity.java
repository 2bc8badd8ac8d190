package org.kuroshio.indicators.formula.composite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kuroshio.indicators.exact.Rational;

/**
 * How robust the ranks of an index are: it is worked out again without each member in turn, and
 * with the weight of each part a quarter higher and a quarter lower. No dice: the variants are all
 * of these, in the order of the tree.
 */
public final class Sensitivity {

  private static final Map<String, Rational> FACTORS = factors();

  private Sensitivity() {}

  /** The range of every region that has a rank in the index as defined. */
  public static SortedMap<String, RankRange> of(CompositeResult result) {
    SortedMap<String, RankRange> ranges = new TreeMap<>();
    result.indexRanks().forEach((region, rank) -> ranges.put(region, RankRange.of(rank)));
    variants(result.spec().index())
        .forEach((name, index) -> widen(ranges, name, ranks(result, result.spec().with(index))));
    return ranges;
  }

  private static Map<String, Level> variants(Level index) {
    Map<String, Level> variants = new LinkedHashMap<>();
    index
        .all()
        .filter(Member.class::isInstance)
        .forEach(
            member ->
                index
                    .without(member.id())
                    .ifPresent(left -> variants.put("without " + member.id(), left)));
    index
        .all()
        .skip(1)
        .forEach(
            part ->
                FACTORS.forEach(
                    (change, factor) ->
                        variants.put(
                            part.id() + " " + change, index.reweighted(part.id(), factor))));
    return variants;
  }

  private static Map<String, Rational> ranks(CompositeResult result, CompositeSpec variant) {
    return Composite.aggregate(
            variant, memberScores(result), new TreeSet<>(result.indexRanks().keySet()), Map.of())
        .indexRanks();
  }

  private static Map<String, SortedMap<String, Score>> memberScores(CompositeResult result) {
    Map<String, SortedMap<String, Score>> members = new LinkedHashMap<>();
    result
        .spec()
        .members()
        .forEach(member -> members.put(member.id(), result.scores().get(member.id())));
    return members;
  }

  private static void widen(
      SortedMap<String, RankRange> ranges, String variant, Map<String, Rational> ranks) {
    ranges.replaceAll(
        (region, range) ->
            ranks.containsKey(region)
                ? range.widened(ranks.get(region), variant)
                : range.undefinedOnceMore());
  }

  private static Map<String, Rational> factors() {
    Map<String, Rational> factors = new LinkedHashMap<>();
    factors.put("+25%", Rational.of(5, 4));
    factors.put("-25%", Rational.of(3, 4));
    return factors;
  }
}
