package org.kuroshio.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.ingest.engine.KnownContents;
import org.kuroshio.ingest.engine.ReadWatch;
import org.kuroshio.ingest.engine.SourceInput;
import org.kuroshio.ingest.engine.SourceRun;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.lookup.LookupTables;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.message.Messages;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.schemas.event.Provenance;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.session.StopRequest;

/** Reads one source from its beginning and picks out what was rejected and can be used now. */
final class SourceReplay {
  private final SourceDefinition definition;
  private final OpenRejections open;
  private final Messages messages;
  private final StopRequest stop;
  private final List<Repair> repairs = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private long stillRejected;

  SourceReplay(
      SourceDefinition definition, OpenRejections open, Messages messages, StopRequest stop) {
    this.definition = definition;
    this.open = open;
    this.messages = messages;
    this.stop = stop;
  }

  /**
   * @param inputs files, folders and globs; empty for the data that the source ships
   */
  void read(List<String> inputs) {
    try (SourceInput input = SourceInput.open(definition, inputs)) {
      Map<String, JsonNode> lookups = LookupTables.read(definition.lookups(), input.files());
      try (SourceRun run =
          new SourceRun(
              CompiledSource.of(definition, RegionTally.NONE),
              lookups,
              input.files(),
              new KnownContents(KnownContents.Store.NONE),
              ReadWatch.NONE,
              Clock.systemUTC(),
              new StopSignal())) {
        for (Optional<Step> step = run.next(); step.isPresent(); step = run.next()) {
          stop.check();
          take(step.get());
        }
      }
    } catch (IOException e) {
      throw new Failure(
          "the input of " + definition.name() + " can't be read: " + e.getMessage(), e);
    }
  }

  private void take(Step step) {
    if (step.rejection().isPresent()) {
      Rejection now = step.rejection().get();
      open.at(definition.name(), now.getUri(), now.getPosition())
          .filter(then -> seen.add(OpenRejections.key(then)))
          .ifPresent(then -> stillRejected++);
      return;
    }
    provenance(step)
        .flatMap(from -> open.at(definition.name(), from.getUri(), from.getPosition()))
        .map(OpenRejections::key)
        .filter(seen::add)
        .ifPresent(key -> repairs.add(new Repair(key, messages.of(step))));
  }

  /** A terminal says of no place where it stood, so it must come from another reading. */
  private static Optional<Provenance> provenance(Step step) {
    return step.events().stream()
        .flatMap(event -> event.envelope().stream())
        .map(SourceReplay::provenance)
        .findFirst();
  }

  private static Provenance provenance(SpecificRecord envelope) {
    return (Provenance) envelope.get(envelope.getSchema().getField("provenance").pos());
  }

  List<Repair> repairs() {
    return List.copyOf(repairs);
  }

  ReplayOutcome outcome() {
    long all = open.of(definition.name()).size();
    return new ReplayOutcome(
        definition.name(), repairs.size(), stillRejected, all - repairs.size() - stillRejected);
  }
}
