package org.kuroshio.standalone.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.ingest.engine.KnownContents;
import org.kuroshio.ingest.engine.ReadWatch;
import org.kuroshio.ingest.engine.SourceInput;
import org.kuroshio.ingest.engine.SourceRun;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;

/**
 * Everything that a shipped source publishes, read by the engine without Kafka. A rejected record
 * fails the test that loads it.
 */
final class LoadedSource {
  private static final Map<String, LoadedSource> BUNDLED = new ConcurrentHashMap<>();

  private final List<Fact> facts;

  private LoadedSource(List<Fact> facts) {
    this.facts = List.copyOf(facts);
  }

  /** The source with the data that it ships; read once for all tests. */
  static LoadedSource bundled(String name) {
    return BUNDLED.computeIfAbsent(name, source -> read(source, List.of()));
  }

  static LoadedSource of(String name, String input) {
    return read(name, List.of(input));
  }

  List<Fact> facts() {
    return facts;
  }

  Stream<Fact> all(Class<? extends SpecificRecord> entity) {
    return facts.stream().filter(fact -> entity.isInstance(fact.entity()));
  }

  private static LoadedSource read(String name, List<String> inputs) {
    SourceDefinition definition = SourceDefinitions.find(name);
    List<Fact> facts = new ArrayList<>();
    try (SourceInput input = SourceInput.open(definition, inputs);
        SourceRun run =
            new SourceRun(
                CompiledSource.of(definition, RegionTally.NONE),
                Map.of(),
                input.files(),
                new KnownContents(KnownContents.Store.NONE),
                ReadWatch.NONE,
                Clock.systemUTC(),
                new StopSignal())) {
      for (Optional<Step> step = run.next(); step.isPresent(); step = run.next()) {
        assertThat(step.get().rejection()).isEmpty();
        step.get().events().forEach(event -> facts.add(Fact.of(event.envelope().orElseThrow())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(facts.stream().map(Fact::id)).doesNotHaveDuplicates();
    return new LoadedSource(facts);
  }
}
