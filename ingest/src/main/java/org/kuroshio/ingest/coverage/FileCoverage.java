package org.kuroshio.ingest.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.mapping.MappedEvent;
import org.kuroshio.ingest.source.CoverageClaim;
import org.kuroshio.schemas.entity.EventDefaults;
import org.kuroshio.schemas.entity.FiscalCalendar;

/** What one file vouches for, by its own records and its name. */
public final class FileCoverage {
  private final CoverageWitness witness;
  private final CoverageEvents events;

  public FileCoverage(CoverageClaim claim, String fileName, Optional<FiscalCalendar> fiscalYears) {
    this.witness = new CoverageWitness(claim.period(), fileName);
    this.events = new CoverageEvents(claim, fiscalYears);
  }

  /** To be told of every record of the file. */
  public void saw(JsonNode record) {
    witness.saw(record);
  }

  /** None if the file does not say for which days it stands, or stands for several. */
  public List<MappedEvent> events(EventDefaults defaults) {
    return witness.label().map(label -> events.of(label, defaults)).orElse(List.of());
  }
}
