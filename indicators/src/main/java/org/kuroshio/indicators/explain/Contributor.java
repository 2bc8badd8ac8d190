package org.kuroshio.indicators.explain;

import java.util.Optional;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.table.BaseTable.Source;

/**
 * An entity behind a number.
 *
 * @param source and {@code offset}: where its accepted event stands
 * @param adds what it adds to the number, exactly; how many facts it stands for where values are
 *     counted once or a median is taken
 * @param names the value that is counted once, or empty
 * @param term the days behind a median
 */
public record Contributor(
    Source source, long offset, String entityId, Rational adds, String names, Optional<Term> term) {
  static Contributor adding(Source source, long offset, String entityId, Rational adds) {
    return new Contributor(source, offset, entityId, adds, "", Optional.empty());
  }
}
