package org.kuroshio.ingest.source;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/**
 * The file's own day.
 *
 * @param records where each record names the day; all must name the same
 * @param fileName where the file's name has it, for a file without records
 */
public record FilePeriod(Optional<JsonPointer> records, Optional<FileNameDate> fileName)
    implements CoveragePeriod {
  public FilePeriod {
    if (records.isEmpty() && fileName.isEmpty()) {
      throw new IllegalArgumentException("the period needs 'records' or 'fileName'");
    }
  }
}
