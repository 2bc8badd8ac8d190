package org.kuroshio.ingest.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.coverage.FileCoverage;
import org.kuroshio.ingest.format.RawRecord;
import org.kuroshio.ingest.format.RecordReader;
import org.kuroshio.ingest.format.UnreadableRecord;
import org.kuroshio.ingest.mapping.CompiledPart;
import org.kuroshio.ingest.mapping.MappedEvent;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.rejection.RejectedException;

/**
 * Reads one content from a position to its end. Holds each step back until the next is there, so
 * that the last one can say that it is the last. Used by one thread.
 */
final class ContentReading implements RecordReader.Sink, Closeable {
  private final CompiledPart part;
  private final ContentOrigin origin;
  private final RecordReader reader;
  private final Map<String, JsonNode> variables;
  private final Optional<FileCoverage> coverage;
  private final RecordGate gate;
  private final ReadWatch watch;
  private final Deque<Step> held = new ArrayDeque<>();

  private long skip;
  private long records;
  private boolean intact = true;
  private boolean ended;

  /**
   * @param reader of the content, at its beginning
   * @param variables what the mappings of the content see
   * @param from how many records were read before
   * @param gate sees every record
   */
  ContentReading(
      CompiledPart part,
      ContentOrigin origin,
      RecordReader reader,
      Map<String, JsonNode> variables,
      Optional<FileCoverage> coverage,
      ReadPosition from,
      RecordGate gate,
      ReadWatch watch) {
    this.part = part;
    this.origin = origin;
    this.reader = reader;
    this.variables = variables;
    this.coverage = coverage;
    this.skip = from.records();
    this.gate = gate;
    this.watch = watch;
  }

  /** The next step; empty at the end. */
  Optional<Step> next() {
    while (!ended && held.size() < 2) {
      if (!read()) {
        end();
      }
    }
    return Optional.ofNullable(held.poll());
  }

  private boolean read() {
    try {
      return reader.next(this);
    } catch (IOException e) {
      if (intact) {
        intact = false;
        records++;
        rejected("behind record " + (records - 1), ReadFaults.of(e));
      }
      return false;
    }
  }

  private void end() {
    ended = true;
    if (intact && coverage.isPresent()) {
      List<MappedEvent> events = coverage.get().events(origin.defaults("file", origin.content()));
      if (!events.isEmpty()) {
        held.add(step(Step.Kind.COVERAGE, origin.content(), events, Optional.empty()));
      }
    }
    if (!held.isEmpty()) {
      held.add(held.removeLast().endingAt(new ReadPosition(records, true)));
    }
  }

  @Override
  public void record(RawRecord raw) {
    JsonNode tree = raw.tree();
    gate.saw(tree);
    part.personal().drop(tree);
    coverage.ifPresent(witness -> witness.saw(tree));
    if (passedOver()) {
      return;
    }
    try {
      List<MappedEvent> events =
          part.map(tree, variables, origin.defaults(raw.position(), raw.sha256()));
      if (events.isEmpty()) {
        watch.read();
        watch.ignored();
      } else if (gate.knows(Step.keyOf(events), raw.sha256())) {
        watch.known(1);
      } else {
        watch.read();
        held.add(step(Step.Kind.PUBLISHED, raw.sha256(), events, Optional.empty()));
      }
    } catch (RejectedException e) {
      byte[] bytes = part.part().personal().bytesMayBeKept() ? raw.bytes().copy() : new byte[0];
      rejected(raw.position(), raw.sha256(), e.problem(), bytes);
    }
  }

  @Override
  public void unreadable(UnreadableRecord raw) {
    if (raw.endsContent()) {
      intact = false;
    }
    if (!passedOver()) {
      byte[] bytes = part.part().personal().bytesMayBeKept() ? raw.bytes().copy() : new byte[0];
      rejected(raw.position(), raw.sha256(), raw.problem(), bytes);
    }
  }

  /** Counts the record; true if it was read by an earlier load. */
  private boolean passedOver() {
    records++;
    if (skip > 0) {
      skip--;
      watch.known(1);
      return true;
    }
    return false;
  }

  private void rejected(String position, Problem problem) {
    rejected(position, origin.content(), problem, new byte[0]);
  }

  private void rejected(String position, String sha256, Problem problem, byte[] bytes) {
    if (gate.knows(Step.rejectedKey(sha256), sha256)) {
      watch.known(1);
      return;
    }
    watch.read();
    held.add(
        step(
            Step.Kind.REJECTED,
            sha256,
            List.of(),
            Optional.of(origin.rejection(position, sha256, problem, bytes))));
  }

  private Step step(
      Step.Kind kind,
      String sha256,
      List<MappedEvent> events,
      Optional<org.kuroshio.schemas.table.Rejection> rejection) {
    long before = kind == Step.Kind.COVERAGE ? records : records - 1;
    return new Step(
        origin.content(),
        new ReadPosition(before, false),
        new ReadPosition(records, false),
        kind,
        sha256,
        events,
        rejection);
  }

  /** Source records of the content, those of earlier loads included; final after the last step. */
  long records() {
    return records;
  }

  /** Whether the content was read to its end; final after the last step. */
  boolean isIntact() {
    return intact;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
