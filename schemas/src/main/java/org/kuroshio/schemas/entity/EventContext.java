package org.kuroshio.schemas.entity;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a record does not say itself.
 *
 * @param fiscalYears the calendar that {@code FY2006} is meant in; without one such a label is
 *     refused
 * @param knownRegion whether a region code of right syntax exists; called on the reading thread,
 *     once per code
 */
public record EventContext(Optional<FiscalCalendar> fiscalYears, Predicate<String> knownRegion) {
  /** No fiscal years, and any region code of right syntax. */
  public static final EventContext NONE = new EventContext(Optional.empty(), code -> true);

  public EventContext withFiscalYears(FiscalCalendar calendar) {
    return new EventContext(Optional.of(calendar), knownRegion);
  }

  public EventContext withKnownRegions(Predicate<String> known) {
    return new EventContext(fiscalYears, known);
  }
}
