package org.kuroshio.ingest.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kuroshio.ingest.archive.ArchiveLimits;
import org.kuroshio.ingest.file.InputFile;
import org.kuroshio.ingest.format.ReadLimits;
import org.kuroshio.ingest.format.RecordReaders;
import org.kuroshio.ingest.mapping.CompiledSource;

/**
 * One reading of a source's files from first to last. Files are surveyed some at a time, so that
 * the store of positions is not asked for each alone. Memory does not depend on the size or the
 * number of files, but for 64 digits per file or entry read. Used by one thread; only the stop
 * signal may come from another.
 */
public final class SourceRun implements Closeable {
  private static final int SURVEY_FILES = 200;
  private static final long SURVEY_BYTES = 64L << 20;

  private final CompiledSource source;
  private final Map<String, JsonNode> lookups;
  private final Iterator<InputFile> files;
  private final KnownContents known;
  private final ReadWatch watch;
  private final Clock clock;
  private final Surveyor surveyor;
  private final RecordReaders readers = new RecordReaders(ReadLimits.USUAL);
  private final Deque<SurveyedFile> surveyed = new ArrayDeque<>();

  private FileReading reading;

  /**
   * @param lookups the tables of the source's side files
   * @param files in the order of reading
   */
  public SourceRun(
      CompiledSource source,
      Map<String, JsonNode> lookups,
      List<InputFile> files,
      KnownContents known,
      ReadWatch watch,
      Clock clock,
      StopSignal stop) {
    this.source = source;
    this.lookups = lookups;
    this.files = files.iterator();
    this.known = known;
    this.watch = new StoppableWatch(watch, stop);
    this.clock = clock;
    this.surveyor = new Surveyor(source, ArchiveLimits.USUAL, watch, stop);
  }

  /**
   * The next thing to publish; empty when everything was read.
   *
   * @throws StoppedException if the stop signal comes in the middle of a long stretch; the run is
   *     of no use then
   */
  public Optional<Step> next() {
    while (true) {
      if (reading != null) {
        Optional<Step> step = reading.next();
        if (step.isPresent()) {
          return step;
        }
        endFile();
      } else if (surveyed.isEmpty() && !survey()) {
        return Optional.empty();
      } else {
        reading =
            new FileReading(
                source, lookups, surveyed.poll(), known, readers, RecordGate.OPEN, watch, clock);
      }
    }
  }

  private boolean survey() {
    List<SurveyedFile> group = new ArrayList<>();
    long bytes = 0;
    while (files.hasNext() && group.size() < SURVEY_FILES && bytes < SURVEY_BYTES) {
      InputFile file = files.next();
      group.add(surveyor.survey(file));
      bytes += file.sizeBytes();
    }
    known.ask(group.stream().flatMap(SourceRun::contents).toList());
    surveyed.addAll(group);
    return !group.isEmpty();
  }

  private static Stream<String> contents(SurveyedFile file) {
    return Stream.concat(
        file.contents().stream().map(content -> content.survey().sha256()),
        file.broken().stream().map(BrokenFile::sha256));
  }

  private void endFile() {
    FileReading ended = reading;
    reading = null;
    close(ended);
  }

  private static void close(FileReading reading) {
    try {
      reading.close();
    } catch (IOException e) {
      // everything that was wanted of the file has been read
      return;
    }
  }

  @Override
  public void close() {
    if (reading != null) {
      endFile();
    }
  }
}
