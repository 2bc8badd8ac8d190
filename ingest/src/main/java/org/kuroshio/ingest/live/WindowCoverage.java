package org.kuroshio.ingest.live;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.charset.Sha256;
import org.kuroshio.ingest.coverage.CoverageEvents;
import org.kuroshio.ingest.engine.ReadPosition;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.mapping.MappedEvent;
import org.kuroshio.ingest.source.HttpTransport;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.schemas.entity.EventDefaults;
import org.kuroshio.schemas.event.Provenance;

/**
 * Says for which days a window vouches that was read to its end.
 *
 * @see "Decision 090"
 */
final class WindowCoverage {
  private final UnitTools tools;
  private final Clock clock;

  WindowCoverage(UnitTools tools, Clock clock) {
    this.tools = tools;
    this.clock = clock;
  }

  /**
   * @param to last day, not before the first
   * @return empty where the source claims nothing, or this has been said lately
   */
  Optional<Step> of(LocalDate from, LocalDate to) {
    SourceDefinition source = tools.source().definition();
    String label = from.equals(to) ? from.toString() : from + "/" + to;
    String sha256 = Sha256.hex(label.getBytes(StandardCharsets.UTF_8));
    String base = ((HttpTransport) source.transport()).server().base().toString();
    EventDefaults defaults =
        new EventDefaults(
            source.name(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            new Provenance(base, "window " + label, sha256, source.licence()));
    List<MappedEvent> events =
        tools
            .part()
            .part()
            .coverage()
            .map(claim -> new CoverageEvents(claim, source.fiscalYears()).of(label, defaults))
            .orElse(List.of());
    if (events.isEmpty()) {
      return Optional.empty();
    }
    Step step =
        new Step(
            sha256,
            ReadPosition.START,
            new ReadPosition(0, true),
            Step.Kind.COVERAGE,
            sha256,
            events,
            Optional.empty());
    return tools.memory().knows(step.key(), sha256) ? Optional.empty() : Optional.of(step);
  }
}
