package org.kuroshio.ingest.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.archive.ArchiveLimits;
import org.kuroshio.ingest.file.InputFile;
import org.kuroshio.ingest.format.RecordReaders;
import org.kuroshio.ingest.mapping.CompiledSource;

/** Reads one downloaded file, perhaps an archive, as a file of the user's is read. */
public final class DownloadReading {
  private final CompiledSource source;
  private final RecordReaders readers;
  private final Clock clock;
  private final StopSignal stop;

  /** Gets the steps, in their order. */
  public interface Sink {
    void step(Step step) throws InterruptedException;
  }

  public DownloadReading(
      CompiledSource source, RecordReaders readers, Clock clock, StopSignal stop) {
    this.source = source;
    this.readers = readers;
    this.clock = clock;
    this.stop = stop;
  }

  /**
   * @param lookups what the mappings see besides
   * @throws StoppedException if the stop signal is given meanwhile
   */
  public void read(
      InputFile file, Map<String, JsonNode> lookups, RecordGate gate, ReadWatch watch, Sink sink)
      throws InterruptedException {
    ReadWatch stoppable = new StoppableWatch(watch, stop);
    SurveyedFile surveyed = new Surveyor(source, ArchiveLimits.USUAL, stoppable, stop).survey(file);
    KnownContents known = new KnownContents(KnownContents.Store.NONE);
    try (FileReading reading =
        new FileReading(source, lookups, surveyed, known, readers, gate, stoppable, clock)) {
      for (Optional<Step> step = reading.next(); step.isPresent(); step = reading.next()) {
        sink.step(step.get());
      }
    } catch (IOException e) {
      // everything that was wanted of the file has been read
      stop.check();
    }
  }
}
