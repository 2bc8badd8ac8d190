package org.kuroshio.indicators.alert.reconciliation;

import java.time.Duration;
import org.kuroshio.indicators.alert.rule.Test;

/** A test of published figures. */
public sealed interface ReportedTest extends Test {
  /**
   * A figure differs from the computed value by more than its rounding.
   *
   * @param settle how long figure and value must have stood unchanged
   */
  record Differs(Duration settle) implements ReportedTest {
    @Override
    public String described() {
      return "a published figure differs from the computed value of the same cell by more than half"
          + " a unit of its last digit; its likeliest exact explanations are searched";
    }
  }

  /**
   * The figures of all members of a group don't add up to the whole, and each is rounded correctly.
   *
   * @param settle as above
   */
  record ColumnSum(Duration settle) implements ReportedTest {
    @Override
    public String described() {
      return "the figures published for all members of a group add up to something else than the"
          + " computed values, and each of them is rounded correctly";
    }
  }
}
