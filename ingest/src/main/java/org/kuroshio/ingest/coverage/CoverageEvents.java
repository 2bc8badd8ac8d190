package org.kuroshio.ingest.coverage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.mapping.MappedEvent;
import org.kuroshio.ingest.source.CoverageClaim;
import org.kuroshio.schemas.entity.DateLabels;
import org.kuroshio.schemas.entity.EventDefaults;
import org.kuroshio.schemas.entity.EventHead;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.entity.FiscalCalendar;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.reference.Coverage;

/**
 * What a source vouches for, as events: one per indicator, under an id that whatever was read of
 * the same days shares.
 */
public final class CoverageEvents {
  private final CoverageClaim claim;
  private final Optional<FiscalCalendar> fiscalYears;

  public CoverageEvents(CoverageClaim claim, Optional<FiscalCalendar> fiscalYears) {
    this.claim = claim;
    this.fiscalYears = fiscalYears;
  }

  /**
   * @param label of the days; none come of a label that names no days
   */
  public List<MappedEvent> of(String label, EventDefaults defaults) {
    Optional<DateInterval> period = interval(label);
    List<MappedEvent> events = new ArrayList<>();
    if (period.isPresent()) {
      claim.indicators().forEach(id -> events.add(event(id, period.get(), defaults)));
    }
    return events;
  }

  private Optional<DateInterval> interval(String label) {
    try {
      return Optional.of(DateLabels.parse(label, fiscalYears));
    } catch (DateTimeException e) {
      // a constant is checked with the definition; a record with such a day has been rejected
      return Optional.empty();
    }
  }

  private MappedEvent event(String indicator, DateInterval period, EventDefaults defaults) {
    String key = String.join(":", defaults.source(), "coverage", indicator, period.getLabel());
    Instant publishedAt = period.getTo().atStartOfDay(ZoneOffset.UTC).toInstant();
    EventHead head =
        new EventHead(
            key,
            defaults.source(),
            key,
            0,
            publishedAt,
            defaults.observedAt(),
            defaults.provenance());
    Coverage coverage = new Coverage(defaults.source(), indicator, claim.regions(), period, true);
    return new MappedEvent(
        EventStream.REFERENCE,
        key,
        Optional.of(
            EventStream.REFERENCE.envelope(head, Op.ASSERT, 1, List.of(), Optional.of(coverage))),
        publishedAt);
  }
}
