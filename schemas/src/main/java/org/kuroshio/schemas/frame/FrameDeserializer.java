package org.kuroshio.schemas.frame;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.kuroshio.schemas.frame.UndecodableException.Reason;

/**
 * Reads framed records into the current generated classes, whatever released schema they were
 * written with. Safe for many threads; asks for a schema once per id.
 */
public final class FrameDeserializer<T extends SpecificRecord> implements Deserializer<T> {
  private final SchemaIds ids;
  private final Map<String, Schema> expected = new TreeMap<>();
  private final Map<Integer, Body<T>> bodies = new ConcurrentHashMap<>();

  /**
   * @param types the record types that may occur; others are undecodable
   */
  public FrameDeserializer(SchemaIds ids, List<Class<? extends T>> types) {
    this.ids = ids;
    for (Class<? extends T> type : types) {
      Schema schema = Models.SPECIFIC.getSchema(type);
      expected.put(schema.getFullName(), schema);
    }
  }

  /**
   * @return null for null
   * @throws UndecodableException if the bytes are not a record of an expected type
   * @throws RegistryUnavailableException if the writer's schema can't be had at the moment
   */
  @Override
  public T deserialize(String topic, byte[] framed) {
    if (framed == null) {
      return null;
    }
    int id = Frame.schemaId(framed);
    Body<T> body = bodies.get(id);
    if (body == null) {
      body = new Body<>(ids.schemaOf(id), readerOf(topic, ids.schemaOf(id)));
      bodies.put(id, body);
    }
    int length = framed.length - Frame.HEADER_BYTES;
    return body.read(DecoderFactory.get().binaryDecoder(framed, Frame.HEADER_BYTES, length, null));
  }

  private Schema readerOf(String topic, Schema writer) {
    Schema reader = expected.get(writer.getFullName());
    if (reader == null) {
      throw new UndecodableException(
          Reason.UNEXPECTED_TYPE,
          "a %s in %s, which holds %s".formatted(writer.getFullName(), topic, expected.keySet()));
    }
    return reader;
  }
}
