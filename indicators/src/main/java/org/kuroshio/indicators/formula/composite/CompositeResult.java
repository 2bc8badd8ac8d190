package org.kuroshio.indicators.formula.composite;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import org.kuroshio.indicators.exact.Rational;

/**
 * An index, worked out. The outer keys are ids of members and levels in the order of the tree, the
 * inner ones regions.
 *
 * @param scores normalised values of the members, means of the levels
 * @param ranks of every level, 1224 on the rounded scores, the highest first; regions without a
 *     value have none
 * @param scales by member, where any region has a value
 */
public record CompositeResult(
    CompositeSpec spec,
    Map<String, SortedMap<String, Score>> scores,
    Map<String, Map<String, Rational>> ranks,
    Map<String, Scale> scales) {

  public CompositeResult {
    scores = Collections.unmodifiableMap(scores);
    ranks = Collections.unmodifiableMap(ranks);
    scales = Collections.unmodifiableMap(scales);
  }

  /** The index itself by region. */
  public SortedMap<String, Score> index() {
    return scores.get(spec.index().id());
  }

  /** The ranks of the index by region. */
  public Map<String, Rational> indexRanks() {
    return ranks.get(spec.index().id());
  }
}
