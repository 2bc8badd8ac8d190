package org.kuroshio.indicators.definition;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.kuroshio.schemas.patent.PatentEvent;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.reference.ReferenceEvent;
import org.kuroshio.schemas.venture.VentureEvent;

/**
 * The event streams as definitions name them, with the Avro envelope that a definition's fields are
 * checked against.
 */
public enum EventStream {
  PROGRAMS(ProgramEvent.getClassSchema()),
  PATENTS(PatentEvent.getClassSchema()),
  VENTURES(VentureEvent.getClassSchema()),
  REFERENCE(ReferenceEvent.getClassSchema());

  private final Schema envelope;

  EventStream(Schema envelope) {
    this.envelope = envelope;
  }

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public Schema envelope() {
    return envelope;
  }

  public static EventStream named(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }

  /** The entity records of this stream's union. */
  public List<Schema> entities() {
    return envelope.getField("entity").schema().getTypes().stream()
        .filter(s -> s.getType() == Schema.Type.RECORD)
        .toList();
  }

  public Optional<Schema> entity(String name) {
    return entities().stream().filter(s -> s.getName().equals(name)).findFirst();
  }
}
