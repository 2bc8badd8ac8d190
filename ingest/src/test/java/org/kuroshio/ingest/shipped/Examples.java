package org.kuroshio.ingest.shipped;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.ingest.fixture.EngineRun;

/** Where examples and samples are, and what is in an event. */
final class Examples {
  static final Path FOLDER = Path.of("../examples");
  static final Path SAMPLES = Path.of("../../shared/samples");

  private Examples() {}

  /** The entities of one type, in the order of events. */
  static <T extends SpecificRecord> List<T> entities(EngineRun run, Class<T> type) {
    return run.events().stream()
        .flatMap(event -> event.envelope().stream())
        .map(envelope -> ((GenericRecord) envelope).get("entity"))
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** The versions of all events, in their order. */
  static List<Long> versions(EngineRun run) {
    return run.events().stream()
        .flatMap(event -> event.envelope().stream())
        .map(envelope -> (Long) ((GenericRecord) envelope).get("version"))
        .toList();
  }

  /** {@code ASSERT} or {@code WITHDRAW}, of all events in their order. */
  static List<String> operations(EngineRun run) {
    return run.events().stream()
        .flatMap(event -> event.envelope().stream())
        .map(envelope -> ((GenericRecord) envelope).get("op").toString())
        .toList();
  }
}
