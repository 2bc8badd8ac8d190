package org.kuroshio.indicators.alert.reconciliation;

import java.util.Optional;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.ledger.BaseKey;

/**
 * A published figure.
 *
 * @param group the reference set; empty where it has none
 * @param value as published; of a range its two ends in low and high
 * @param tolerance half a unit of the last printed digit
 */
public record Figure(
    String entityId,
    String indicator,
    String group,
    String region,
    String period,
    String breakdown,
    String unit,
    Rational low,
    Rational high,
    Rational tolerance) {
  private static final String MEASURE = "figure:";

  /** Whether a base cell holds a figure. */
  public static boolean isFigure(BaseKey key) {
    return key.measure().startsWith(MEASURE);
  }

  /** The figure of a base cell; empty if it was published without a number. */
  public static Optional<Figure> of(BaseKey key) {
    String[] parts = key.item().split("\n", -1);
    String low = parts[3].isEmpty() ? parts[4] : parts[3];
    String high = parts[3].isEmpty() ? parts[5] : parts[3];
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Figure(
            parts[7],
            key.measure().substring(MEASURE.length()),
            parts[0],
            key.regions(),
            parts[1],
            parts[2],
            key.unit(),
            Rational.parse(low),
            Rational.parse(high),
            parts[6].isEmpty() ? Rational.ZERO : Rational.parse(parts[6])));
  }

  /** Whether it was published as one number. */
  boolean isOneNumber() {
    return low.equals(high);
  }

  /** Published less computed; of a range to its nearer end; 0 inside the tolerance. */
  Rational gap(Rational computed) {
    Rational below = low.subtract(computed);
    Rational above = high.subtract(computed);
    Rational gap = below.signum() > 0 ? below : above.signum() < 0 ? above : Rational.ZERO;
    return gap.abs().compareTo(tolerance) <= 0 ? Rational.ZERO : gap;
  }

  boolean fits(Rational computed) {
    return gap(computed).isZero();
  }

  String text() {
    return isOneNumber() ? low.decimalText() : low.decimalText() + " to " + high.decimalText();
  }
}
