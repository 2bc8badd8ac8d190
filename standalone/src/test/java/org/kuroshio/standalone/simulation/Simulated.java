package org.kuroshio.standalone.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;

/** The first events of a seed, and ways to look at them. */
final class Simulated {
  private Simulated() {}

  static List<SimulatedEvent> first(long seed, int count) {
    return Stream.generate(new Simulation(seed)::next).limit(count).toList();
  }

  static Map<String, List<SimulatedEvent>> byEntity(List<SimulatedEvent> events) {
    Map<String, List<SimulatedEvent>> byEntity = new LinkedHashMap<>();
    for (SimulatedEvent event : events) {
      byEntity.computeIfAbsent(event.event().key(), id -> new ArrayList<>()).add(event);
    }
    return byEntity;
  }

  static SpecificRecord envelope(SimulatedEvent event) {
    return event.event().value().orElseThrow();
  }

  static long version(SimulatedEvent event) {
    return (Long) field(event, "version");
  }

  static Instant publishedAt(SimulatedEvent event) {
    return (Instant) field(event, "publishedAt");
  }

  /** Null for a withdrawal. */
  static SpecificRecord entity(SimulatedEvent event) {
    return (SpecificRecord) field(event, "entity");
  }

  static Object field(SimulatedEvent event, String name) {
    return ((GenericRecord) envelope(event)).get(name);
  }
}
