package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.exact.Rational;

/**
 * The entities behind one simple number.
 *
 * @param entities how many there are
 * @param total the number that they make; empty for the median of nothing, and where a value that
 *     is to be counted once is not named
 * @param shown the largest first, by value where values are counted once, the shortest first for a
 *     median; then by id; no more than were asked for
 * @param nameless how many facts do not name what is counted once
 * @param uncertain how many entities' dates are known only as an interval around the day
 */
public record Contributions(
    Adding adding,
    long entities,
    Optional<Rational> total,
    List<Contributor> shown,
    long nameless,
    long uncertain) {
  public Contributions {
    shown = List.copyOf(shown);
  }
}
