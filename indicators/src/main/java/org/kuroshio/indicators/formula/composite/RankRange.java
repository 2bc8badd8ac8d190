package org.kuroshio.indicators.formula.composite;

import org.kuroshio.indicators.exact.Rational;

/**
 * How far a region's rank depends on the choices made.
 *
 * @param best the smallest rank in any variant, the index as defined included
 * @param bestIn the first variant that gives it, such as {@code as defined}, {@code without
 *     tariff}, {@code visa +25%}
 * @param worst the greatest
 * @param undefinedIn the number of variants in which the region has no rank, because too little of
 *     it is left
 */
public record RankRange(
    Rational best, String bestIn, Rational worst, String worstIn, int undefinedIn) {

  static final String AS_DEFINED = "as defined";

  static RankRange of(Rational rank) {
    return new RankRange(rank, AS_DEFINED, rank, AS_DEFINED, 0);
  }

  RankRange widened(Rational rank, String variant) {
    boolean better = rank.compareTo(best) < 0;
    boolean worse = rank.compareTo(worst) > 0;
    return new RankRange(
        better ? rank : best,
        better ? variant : bestIn,
        worse ? rank : worst,
        worse ? variant : worstIn,
        undefinedIn);
  }

  RankRange undefinedOnceMore() {
    return new RankRange(best, bestIn, worst, worstIn, undefinedIn + 1);
  }
}
