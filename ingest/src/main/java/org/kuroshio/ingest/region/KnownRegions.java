package org.kuroshio.ingest.region;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a region code can exist: two digits under {@code JP} are a prefecture, two letters under
 * {@code US} a state; of others only the form is known here.
 */
public final class KnownRegions implements Predicate<String> {
  private static final Pattern JP_LEAF = Pattern.compile("JP-\\d.*");
  private static final Pattern US_LEAF = Pattern.compile("US-[A-Z]{2}");
  private static final int PREFIX = 3;

  @Override
  public boolean test(String code) {
    if (code.endsWith("-ZZ")) {
      return true;
    }
    if (JP_LEAF.matcher(code).matches()) {
      return JisPrefectures.isPrefecture(code.substring(PREFIX));
    }
    return !US_LEAF.matcher(code).matches() || UsStates.isLeaf(code.substring(PREFIX));
  }
}
