package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.milestone.Fact.MilestoneFact;

/** Open, and due on another day than first planned. Another slip is another message. */
record Rescheduled(Kinds kinds) implements MilestoneTest {
  @Override
  public Optional<Map<String, String>> holds(Fact fact, LocalDate today) {
    return kinds
        .in(fact)
        .filter(m -> m.isOpen(today) && m.slipDays() != 0)
        .map(m -> Map.of("slip", Long.toString(m.slipDays())));
  }

  @Override
  public List<LocalDate> turns(Fact fact) {
    return List.of();
  }

  @Override
  public Reason ended(Map<String, String> told, Fact fact, LocalDate today) {
    MilestoneFact milestone = kinds.in(fact).orElse(null);
    if (milestone == null) {
      return Reason.CORRECTED;
    }
    if (milestone.isReached(today)) {
      return Reason.RECOVERED;
    }
    return Ends.closed(milestone)
        .orElseGet(
            () ->
                Ends.moved(told, milestone) == Reason.RESCHEDULED
                    ? Reason.RECOVERED
                    : Reason.CORRECTED);
  }

  @Override
  public String described() {
    return "%s is open and due on another day than first planned".formatted(kinds);
  }
}
