package org.kuroshio.indicators.alert.reconciliation;

import java.util.List;
import java.util.Objects;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.region.Regions;

/**
 * What a cell says, part by part, so that it can be said in how many parts two cells differ.
 *
 * @param numerator what is counted
 * @param denominator what it is divided by, and where; empty if by nothing
 * @param place the region, and the reference set of what has one
 */
record Meaning(String numerator, String denominator, String place, String period) {
  static Meaning of(
      Indicator indicator, String group, String region, String period, Regions regions) {
    Kind kind = indicator.kind();
    if (kind instanceof Kind.Share share) {
      String whole = share.whole() == Kind.Whole.COUNTRY ? regions.country(region) : group;
      // the family of what is divided is the numerator's; only where the whole lies is a choice
      return new Meaning(share.numerator(), whole, region, period);
    }
    if (kind instanceof Kind.Ratio ratio) {
      return new Meaning(names(ratio.numerator()), names(ratio.denominator()), region, period);
    }
    return new Meaning(indicator.id(), "", group + "/" + region, period);
  }

  /** In how many parts the two differ. */
  int distance(Meaning other) {
    int parts = 0;
    parts += numerator.equals(other.numerator) ? 0 : 1;
    parts += denominator.equals(other.denominator) ? 0 : 1;
    parts += place.equals(other.place) ? 0 : 1;
    parts += Objects.equals(period, other.period) ? 0 : 1;
    return parts;
  }

  private static String names(List<Kind.Term> terms) {
    return terms.stream().map(Kind.Term::indicator).sorted().toList().toString();
  }
}
