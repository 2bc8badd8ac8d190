package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.rule.Test;

/** A test of one entity on one day. Pure: whatever happened before, the same answer. */
public interface MilestoneTest extends Test {
  /**
   * Whether it holds.
   *
   * @return what its message may name beside what every entity has; empty if it does not hold
   */
  Optional<Map<String, String>> holds(Fact fact, LocalDate today);

  /** The days on which the answer may change, as long as the entity does not. */
  List<LocalDate> turns(Fact fact);

  /**
   * Why it holds no longer.
   *
   * @param told the values with which it held last
   * @param fact as it is now; it is not withdrawn
   */
  Reason ended(Map<String, String> told, Fact fact, LocalDate today);
}
