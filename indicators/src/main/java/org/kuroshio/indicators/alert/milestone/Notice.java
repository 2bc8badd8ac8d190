package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.milestone.Fact.MilestoneFact;

/**
 * Something that happened, and is told for some days.
 *
 * @param keep how long it is told, from its day on
 */
record Notice(Happening happening, Kinds kinds, Period keep) implements MilestoneTest {
  /** What may happen to a milestone. */
  interface Happening {
    /** The day on which it happened; empty if it did not. */
    Optional<LocalDate> day(MilestoneFact milestone);

    Map<String, String> values(MilestoneFact milestone);

    /** Why it is not so any more. */
    default Reason undone(MilestoneFact milestone) {
      return Reason.CORRECTED;
    }

    String described();
  }

  @Override
  public Optional<Map<String, String>> holds(Fact fact, LocalDate today) {
    return kinds
        .in(fact)
        .filter(
            m ->
                happening
                    .day(m)
                    .filter(day -> !day.isAfter(today) && day.plus(keep).isAfter(today))
                    .isPresent())
        .map(happening::values);
  }

  @Override
  public List<LocalDate> turns(Fact fact) {
    return kinds
        .in(fact)
        .flatMap(happening::day)
        .map(day -> List.of(day, day.plus(keep)))
        .orElse(List.of());
  }

  @Override
  public Reason ended(Map<String, String> told, Fact fact, LocalDate today) {
    if (kinds.in(fact).flatMap(happening::day).filter(d -> !d.isAfter(today)).isPresent()) {
      return Reason.EXPIRED;
    }
    return kinds.in(fact).map(happening::undone).orElse(Reason.CORRECTED);
  }

  @Override
  public String described() {
    return "%s %s; told for %d days".formatted(kinds, happening.described(), keep.getDays());
  }
}
