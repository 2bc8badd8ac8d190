package org.kuroshio.ingest.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.charset.ContentSurvey;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.format.RecordReader;
import org.kuroshio.ingest.format.RecordReaders;
import org.kuroshio.ingest.mapping.CompiledPart;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.rejection.RejectedException;
import org.kuroshio.ingest.source.CharsetChoice;
import org.kuroshio.ingest.source.SourceDefinition;

/**
 * Reads one page of a server as a content, whole: a page that turns out to be broken may be asked
 * for again before anything of it is published. Used by one thread.
 */
public final class PageReading {
  private final SourceDefinition source;
  private final RecordReaders readers;
  private final Clock clock;

  /**
   * @param uri its address as it may be shown
   * @param variables what the mappings see
   */
  public record Content(String uri, byte[] body, Map<String, JsonNode> variables) {
    public Content {
      variables = Map.copyOf(variables);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /**
   * @param intact whether it was read to its end
   */
  public record Page(String sha256, List<Step> steps, long records, boolean intact) {
    public Page {
      steps = List.copyOf(steps);
    }
  }

  public PageReading(CompiledSource source, RecordReaders readers, Clock clock) {
    this.source = source.definition();
    this.readers = readers;
    this.clock = clock;
  }

  public Page read(CompiledPart part, Content content, RecordGate gate, ReadWatch watch) {
    ContentSurvey survey = ContentSurvey.of(new ByteArrayInputStream(content.body()), bytes -> {});
    watch.bytes(content.body().length);
    if (content.body().length == 0) {
      return new Page(survey.sha256(), List.of(), 0, true);
    }
    ContentOrigin origin =
        ContentOrigin.of(
            source.name(), survey.sha256(), content.uri(), "", source.licence(), clock);
    try (ContentReading reading = open(part, content, survey, origin, gate, watch)) {
      List<Step> steps = new ArrayList<>();
      for (Optional<Step> step = reading.next(); step.isPresent(); step = reading.next()) {
        steps.add(step.get());
      }
      return new Page(survey.sha256(), steps, reading.records(), reading.isIntact());
    } catch (RejectedException e) {
      watch.read();
      Step rejected = rejected(survey.sha256(), origin, e);
      return new Page(survey.sha256(), List.of(rejected), 1, false);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory that can't be read", e);
    }
  }

  private ContentReading open(
      CompiledPart part,
      Content content,
      ContentSurvey survey,
      ContentOrigin origin,
      RecordGate gate,
      ReadWatch watch)
      throws IOException {
    CharsetChoice charset = part.part().charset();
    TextEncoding encoding = survey.encoding(charset.second(), charset.onUndecodable());
    RecordReader reader =
        readers.open(
            part.part().format(),
            part.personal().droppedNames(),
            encoding,
            new ByteArrayInputStream(content.body()),
            survey.sha256());
    return new ContentReading(
        part,
        origin,
        reader,
        content.variables(),
        Optional.empty(),
        ReadPosition.START,
        gate,
        watch);
  }

  private static Step rejected(String sha256, ContentOrigin origin, RejectedException e) {
    return new Step(
        sha256,
        ReadPosition.START,
        new ReadPosition(1, true),
        Step.Kind.REJECTED,
        sha256,
        List.of(),
        Optional.of(origin.rejection("file", sha256, e.problem(), new byte[0])));
  }

  /** A request that the rules skip: one rejected record. */
  public Step skipped(String uri, Problem problem) {
    String sha256 = ContentSurvey.EMPTY_SHA256;
    ContentOrigin origin =
        ContentOrigin.of(source.name(), sha256, uri, "", source.licence(), clock);
    return rejected(sha256, origin, problem.thrown());
  }
}
