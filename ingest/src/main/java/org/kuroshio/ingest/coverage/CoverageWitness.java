package org.kuroshio.ingest.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import org.kuroshio.ingest.source.ConstantPeriod;
import org.kuroshio.ingest.source.CoveragePeriod;
import org.kuroshio.ingest.source.FilePeriod;

/** Watches one file's records go by and says for which period the file vouches. Not thread-safe. */
final class CoverageWitness {
  private final CoveragePeriod period;
  private final String fileName;
  private String label = "";
  private boolean severalDays;

  CoverageWitness(CoveragePeriod period, String fileName) {
    this.period = period;
    this.fileName = fileName;
  }

  void saw(JsonNode record) {
    if (period instanceof FilePeriod file && file.records().isPresent() && !severalDays) {
      String day = record.at(file.records().get()).asText();
      if (!day.isEmpty() && !day.equals(label)) {
        severalDays = !label.isEmpty();
        label = day;
      }
    }
  }

  /** A date label; empty if the file's records or its name don't say one. */
  Optional<String> label() {
    if (period instanceof ConstantPeriod constant) {
      return Optional.of(constant.label());
    }
    // saved answers to a window's questions may be only some of them
    if (severalDays || !(period instanceof FilePeriod file)) {
      return Optional.empty();
    }
    return label.isEmpty()
        ? file.fileName().flatMap(n -> n.in(fileName)).map(LocalDate::toString)
        : Optional.of(label);
  }
}
