package org.kuroshio.indicators.table;

import java.util.Objects;
import org.kuroshio.indicators.exact.DecimalText;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.table.Status;

/**
 * One number of a table, or the reason why there is none. A cell that is not there at all is
 * MISSING.
 *
 * @param value exact; null for irrational kinds and where there is no number
 * @param text the number to 12 significant digits; null where there is none
 * @param numerator what it was divided from, null for kinds that divide nothing
 * @param rank the place, null where nothing is ranked
 * @param ranked how many were ranked
 * @param reason why the status is not NORMAL, or what the number rests on; may be null
 */
public record Cell(
    Rational value,
    String text,
    Rational numerator,
    Rational denominator,
    String rank,
    Integer ranked,
    Status status,
    String reason) {
  /** Outside coverage and without facts. */
  static final Cell MISSING = new Cell(null, null, null, null, null, null, Status.MISSING, null);

  static Cell of(Rational value, Status status) {
    return new Cell(value, value.decimalText(), null, null, null, null, status, null);
  }

  static Cell ofQuotient(
      Rational numerator, Rational denominator, Rational scale, Status status, String reason) {
    Rational value = numerator.divide(denominator).multiply(scale);
    return new Cell(value, value.decimalText(), numerator, denominator, null, null, status, reason);
  }

  static Cell ofDouble(double value, Status status, String reason) {
    return new Cell(null, DecimalText.of(value), null, null, null, null, status, reason);
  }

  static Cell ofRank(Rational rank, int ranked, Status status) {
    return new Cell(rank, rank.decimalText(), null, null, rank.decimalText(), ranked, status, null);
  }

  static Cell without(Status status, String reason) {
    return new Cell(null, null, null, null, null, null, status, reason);
  }

  boolean isMissing() {
    return status == Status.MISSING;
  }

  /** Whether formulas can go on with it. */
  boolean hasValue() {
    return text != null;
  }

  /** The value as an exact number: the double's decimal text where the kind is irrational. */
  Rational number() {
    return value != null ? value : Rational.parse(Objects.requireNonNull(text));
  }

  /** A status that tells readers more of a doubt than the other does. */
  static Status worse(Status a, Status b) {
    return severity(a) >= severity(b) ? a : b;
  }

  private static int severity(Status status) {
    return switch (status) {
      case NORMAL -> 0;
      case PROVISIONAL -> 1;
      case ESTIMATED -> 2;
      case PARTIAL -> 3;
      case UNDEFINED -> 4;
      case BREAK -> 5;
      case MISSING -> 6;
    };
  }
}
