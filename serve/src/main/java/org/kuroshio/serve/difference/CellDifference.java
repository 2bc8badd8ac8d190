package org.kuroshio.serve.difference;

import java.util.Objects;
import java.util.Optional;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.explain.CellQuestion;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/**
 * A cell before and after. Empty where it is MISSING; not both are.
 *
 * @param key of the cell in the tables
 */
public record CellDifference(
    String key, Optional<IndicatorValue> before, Optional<IndicatorValue> after) {
  /** Empty if readers see no difference. */
  static Optional<CellDifference> of(String key, IndicatorValue before, IndicatorValue after) {
    boolean same = before != null && after != null && isSame(before, after);
    return same || (before == null && after == null)
        ? Optional.empty()
        : Optional.of(
            new CellDifference(key, Optional.ofNullable(before), Optional.ofNullable(after)));
  }

  private static boolean isSame(IndicatorValue before, IndicatorValue after) {
    return Objects.equals(before.getValue(), after.getValue())
        && Objects.equals(before.getExact(), after.getExact())
        && Objects.equals(before.getRank(), after.getRank())
        && Objects.equals(before.getRanked(), after.getRanked())
        && Objects.equals(before.getNumerator(), after.getNumerator())
        && Objects.equals(before.getDenominator(), after.getDenominator())
        && Objects.equals(before.getReason(), after.getReason())
        && before.getStatus() == after.getStatus();
  }

  /** Either of the two, for what they have in common. */
  public IndicatorValue cell() {
    return after.or(() -> before).orElseThrow();
  }

  /**
   * The cell as a question.
   *
   * @param group a set that the region can be asked for in, for cells that have no reference set
   */
  public CellQuestion question(String group) {
    IndicatorValue cell = cell();
    return new CellQuestion(
        cell.getIndicator(),
        cell.getGroup().isEmpty() ? group : cell.getGroup(),
        cell.getRegion(),
        cell.getPeriod(),
        cell.getBreakdown(),
        cell.getUnit());
  }

  /** The change of the number, exact where both are; empty where one has none. */
  public Optional<Rational> delta() {
    Optional<Rational> old = before.flatMap(CellDifference::number);
    Optional<Rational> now = after.flatMap(CellDifference::number);
    return old.isPresent() && now.isPresent()
        ? Optional.of(now.get().subtract(old.get()))
        : Optional.empty();
  }

  public static Status status(Optional<IndicatorValue> cell) {
    return cell.map(IndicatorValue::getStatus).orElse(Status.MISSING);
  }

  private static Optional<Rational> number(IndicatorValue cell) {
    String text = cell.getExact() == null ? cell.getValue() : cell.getExact();
    return Optional.ofNullable(text).map(Rational::parse);
  }
}
