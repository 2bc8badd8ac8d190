package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.milestone.Fact.MilestoneFact;

/** Open, and its due date is past: the day after the last day of the date as it was published. */
record Overdue(Kinds kinds) implements MilestoneTest {
  @Override
  public Optional<Map<String, String>> holds(Fact fact, LocalDate today) {
    return kinds
        .in(fact)
        .filter(m -> m.isOpen(today) && m.due() != null && m.due().isBefore(today))
        .map(m -> Map.of());
  }

  @Override
  public List<LocalDate> turns(Fact fact) {
    return kinds
        .in(fact)
        .filter(m -> m.due() != null)
        .map(m -> List.of(m.due().plusDays(1)))
        .orElse(List.of());
  }

  /** One that turns out to have been reached in time never was overdue. */
  @Override
  public Reason ended(Map<String, String> told, Fact fact, LocalDate today) {
    MilestoneFact milestone = kinds.in(fact).orElse(null);
    if (milestone == null) {
      return Reason.CORRECTED;
    }
    if (milestone.isReached(today)) {
      return milestone.reachedOn() != null
              && milestone.due() != null
              && !milestone.reachedOn().isAfter(milestone.due())
          ? Reason.CORRECTED
          : Reason.RECOVERED;
    }
    return Ends.closed(milestone).orElseGet(() -> Ends.moved(told, milestone));
  }

  @Override
  public String described() {
    return "%s is open and its due date is past".formatted(kinds);
  }
}
