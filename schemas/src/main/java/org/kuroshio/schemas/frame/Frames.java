package org.kuroshio.schemas.frame;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes of framed records, one per set of record types. Safe for many threads. */
public final class Frames {
  private Frames() {}

  /** A serde of one record type. */
  public static <T extends SpecificRecord> Serde<T> serde(SchemaIds ids, Class<T> type) {
    return serde(ids, List.of(type));
  }

  /** A serde of several record types that share a topic. */
  public static <T extends SpecificRecord> Serde<T> serde(
      SchemaIds ids, List<Class<? extends T>> types) {
    return Serdes.serdeFrom(new FrameSerializer<>(ids), new FrameDeserializer<>(ids, types));
  }
}
