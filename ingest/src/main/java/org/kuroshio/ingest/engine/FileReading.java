package org.kuroshio.ingest.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.archive.ArchiveLimits;
import org.kuroshio.ingest.archive.Archives;
import org.kuroshio.ingest.archive.ContentCursor;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.coverage.FileCoverage;
import org.kuroshio.ingest.format.RecordReader;
import org.kuroshio.ingest.format.RecordReaders;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.rejection.RejectedException;
import org.kuroshio.ingest.source.CharsetChoice;
import org.kuroshio.ingest.source.Part;
import org.kuroshio.ingest.source.SourceDefinition;

/**
 * The second pass over a surveyed file: its contents one after the other, those already known
 * passed over. Used by one thread.
 */
final class FileReading implements Closeable {
  private final CompiledSource source;
  private final Map<String, JsonNode> lookups;
  private final SurveyedFile file;
  private final KnownContents known;
  private final RecordReaders readers;
  private final RecordGate gate;
  private final ReadWatch watch;
  private final Clock clock;
  private final Iterator<SurveyedContent> contents;

  private ContentCursor cursor;
  private int cursorIndex = -1;
  private SurveyedContent current;
  private ContentReading reading;
  private long bytes;
  private boolean brokenSaid;

  FileReading(
      CompiledSource source,
      Map<String, JsonNode> lookups,
      SurveyedFile file,
      KnownContents known,
      RecordReaders readers,
      RecordGate gate,
      ReadWatch watch,
      Clock clock) {
    this.source = source;
    this.lookups = lookups;
    this.file = file;
    this.known = known;
    this.readers = readers;
    this.gate = gate;
    this.watch = watch;
    this.clock = clock;
    this.contents = file.contents().iterator();
  }

  /** The next step of the file; empty at its end. */
  Optional<Step> next() {
    while (true) {
      if (reading != null) {
        Optional<Step> step = reading.next();
        if (step.isPresent()) {
          return step;
        }
        endContent();
      } else if (contents.hasNext()) {
        current = contents.next();
        Optional<Step> unopened = begin();
        if (unopened.isPresent()) {
          return unopened;
        }
      } else {
        return broken();
      }
    }
  }

  /**
   * Opens the current content if it is not known; a content that can't be opened is one rejected
   * record.
   */
  private Optional<Step> begin() {
    String content = current.survey().sha256();
    ReadPosition from = known.position(content);
    if (from.complete()) {
      watch.known(from.records());
      return Optional.empty();
    }
    try {
      open(content, from);
      return Optional.empty();
    } catch (RejectedException e) {
      return rejected(content, current.prefix(), "file", e.problem());
    } catch (IOException e) {
      return rejected(content, current.prefix(), "file", ReadFaults.of(e));
    }
  }

  private void open(String content, ReadPosition from) throws IOException {
    Part part = current.part().part();
    CharsetChoice charset = part.charset();
    TextEncoding encoding = current.survey().encoding(charset.second(), charset.onUndecodable());
    seek(current.index());
    RecordReader reader =
        readers.open(
            part.format(),
            current.part().personal().droppedNames(),
            encoding,
            cursor.open(),
            content);
    reading =
        new ContentReading(
            current.part(),
            origin(content, current.prefix()),
            reader,
            variables(part),
            part.coverage()
                .map(
                    claim ->
                        new FileCoverage(claim, current.name(), source.definition().fiscalYears())),
            from,
            gate,
            watch);
  }

  private Map<String, JsonNode> variables(Part part) {
    return source.variables(part, lookups, current.name());
  }

  private void seek(int index) throws IOException {
    if (cursor == null) {
      cursor = Archives.open(file.file(), ArchiveLimits.USUAL, this::metered);
    }
    while (cursorIndex < index) {
      if (!cursor.next()) {
        throw new IOException("the file has become shorter since it was surveyed");
      }
      cursorIndex++;
    }
  }

  private void metered(long more) {
    long counted = Math.min(more, file.file().sizeBytes() - bytes);
    bytes += counted;
    watch.bytes(counted);
  }

  private void endContent() {
    known.completed(current.survey().sha256(), reading.records());
    try {
      reading.close();
    } catch (IOException e) {
      // everything that was wanted of the content has been read; the cursor frees the file
      watch.bytes(0);
    }
    reading = null;
  }

  private Optional<Step> broken() {
    if (file.broken().isEmpty() || brokenSaid) {
      return Optional.empty();
    }
    brokenSaid = true;
    BrokenFile broken = file.broken().get();
    ReadPosition from = known.position(broken.sha256());
    if (from.complete()) {
      watch.known(from.records());
      return Optional.empty();
    }
    return rejected(broken.sha256(), "", broken.position(), broken.problem());
  }

  private Optional<Step> rejected(String content, String prefix, String position, Problem problem) {
    watch.read();
    known.completed(content, 1);
    return Optional.of(
        new Step(
            content,
            ReadPosition.START,
            new ReadPosition(1, true),
            Step.Kind.REJECTED,
            content,
            List.of(),
            Optional.of(
                origin(content, prefix).rejection(position, content, problem, new byte[0]))));
  }

  private ContentOrigin origin(String content, String prefix) {
    SourceDefinition definition = source.definition();
    return ContentOrigin.of(
        definition.name(), content, file.file().uri(), prefix, definition.licence(), clock);
  }

  @Override
  public void close() throws IOException {
    watch.bytes(file.file().sizeBytes() - bytes);
    watch.fileDone();
    if (cursor != null) {
      cursor.close();
    }
  }
}
