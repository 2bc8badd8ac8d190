package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.milestone.Fact.MilestoneFact;

/** Open, and due within so many days from today. */
record DueSoon(int days, Kinds kinds) implements MilestoneTest {
  @Override
  public Optional<Map<String, String>> holds(Fact fact, LocalDate today) {
    return kinds
        .in(fact)
        .filter(m -> m.isOpen(today) && m.due() != null)
        .filter(m -> !m.due().isBefore(today) && !m.due().minusDays(days).isAfter(today))
        .map(m -> Map.of());
  }

  @Override
  public List<LocalDate> turns(Fact fact) {
    return kinds
        .in(fact)
        .filter(m -> m.due() != null)
        .map(m -> List.of(m.due().minusDays(days), m.due().plusDays(1)))
        .orElse(List.of());
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
                Ends.text(milestone.due()).equals(told.get("due"))
                    ? Reason.EXPIRED
                    : Ends.moved(told, milestone));
  }

  @Override
  public String described() {
    return "%s is open and due within %d days".formatted(kinds, days);
  }
}
