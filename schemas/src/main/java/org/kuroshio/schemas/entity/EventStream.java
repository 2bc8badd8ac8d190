package org.kuroshio.schemas.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Quality;
import org.kuroshio.schemas.patent.PatentEvent;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.reference.ReferenceEvent;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.schemas.venture.VentureEvent;

/** The four event streams; each has a topic and an envelope. */
public enum EventStream {
  PROGRAMS(ProgramEvent::new, Topics::programs),
  PATENTS(PatentEvent::new, Topics::patents),
  VENTURES(VentureEvent::new, Topics::ventures),
  REFERENCE(ReferenceEvent::new, Topics::reference);

  private final Supplier<SpecificRecord> maker;
  private final Function<Topics, Topic<? extends SpecificRecord>> topic;
  private final Schema schema;
  private final EnvelopeFields fields;

  EventStream(
      Supplier<SpecificRecord> maker, Function<Topics, Topic<? extends SpecificRecord>> topic) {
    this.maker = maker;
    this.topic = topic;
    this.schema = maker.get().getSchema();
    this.fields = new EnvelopeFields(schema);
  }

  /** As in JSON and in topic names: {@code programs}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Schema schema() {
    return schema;
  }

  public Class<? extends SpecificRecord> envelopeType() {
    return maker.get().getClass();
  }

  public Topic<? extends SpecificRecord> topic(Topics topics) {
    return topic.apply(topics);
  }

  public List<EntityType> entities() {
    return EntityTypes.all().stream().filter(type -> type.stream() == this).toList();
  }

  /**
   * An envelope of this stream, not yet checked against any rule but the types.
   *
   * @param entity of this stream; for a withdrawal the last state or nothing
   * @throws IllegalArgumentException if the entity belongs to another stream
   */
  public SpecificRecord envelope(
      EventHead head,
      Op op,
      long standsFor,
      List<Quality> quality,
      Optional<SpecificRecord> entity) {
    entity.ifPresent(this::requireOwn);
    SpecificRecord envelope = maker.get();
    fields.put(envelope, head, op, standsFor, quality, entity);
    return envelope;
  }

  private void requireOwn(SpecificRecord entity) {
    EntityType type = EntityTypes.named(entity.getSchema().getName());
    if (type.stream() != this) {
      throw new IllegalArgumentException(
          "%s belongs to the stream %s, not to %s"
              .formatted(type.name(), type.stream().label(), label()));
    }
  }

  static Optional<EventStream> labelled(String label) {
    return List.of(values()).stream().filter(stream -> stream.label().equals(label)).findFirst();
  }

  static List<String> labels() {
    return List.of(values()).stream().map(EventStream::label).toList();
  }
}
