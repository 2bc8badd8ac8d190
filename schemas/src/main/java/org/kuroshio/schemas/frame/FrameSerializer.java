package org.kuroshio.schemas.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Frames generated records. Safe for many threads; asks for an id once per topic and record type.
 */
public final class FrameSerializer<T extends SpecificRecord> implements Serializer<T> {
  private static final int USUAL_BYTES = 512;
  private static final int KEPT_BYTES = 1 << 20;

  private final SchemaIds ids;
  private final Map<Target, Writer> writers = new ConcurrentHashMap<>();

  private record Target(String topic, Class<?> type) {}

  /** What a thread writes into, again and again. */
  private static final class Scratch {
    private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    private BinaryEncoder encoder;

    private BinaryEncoder beginning(byte[] header) {
      bytes.reset();
      bytes.writeBytes(header);
      encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
      return encoder;
    }

    private byte[] written() {
      if (bytes.size() > KEPT_BYTES) {
        OF_THREAD.remove();
      }
      return bytes.toByteArray();
    }
  }

  private record Writer(byte[] header, SpecificDatumWriter<Object> body) {}

  public FrameSerializer(SchemaIds ids) {
    this.ids = ids;
  }

  /**
   * @return null for null, which is a terminal on an event topic
   * @throws SerializationException if a required field of the record is missing
   */
  @Override
  public byte[] serialize(String topic, T value) {
    if (value == null) {
      return null;
    }
    Writer writer = writer(topic, value);
    Scratch scratch = Scratch.OF_THREAD.get();
    BinaryEncoder encoder = scratch.beginning(writer.header);
    try {
      writer.body.write(value, encoder);
      encoder.flush();
    } catch (IOException | RuntimeException e) {
      // Avro reports a wrong field by a NullPointerException, ClassCastException or one of its own
      throw new SerializationException(
          "a %s for topic %s that does not fit its schema: %s"
              .formatted(value.getSchema().getFullName(), topic, e.getMessage()),
          e);
    }
    return scratch.written();
  }

  private Writer writer(String topic, T value) {
    Target target = new Target(topic, value.getClass());
    Writer known = writers.get(target);
    // not computeIfAbsent: a registry may block, and an exception must leave nothing behind
    return known != null ? known : remember(target, value.getSchema());
  }

  private Writer remember(Target target, Schema schema) {
    byte[] header = Frame.header(ids.idOf(Frame.subject(target.topic, schema), schema));
    Writer writer = new Writer(header, new SpecificDatumWriter<>(schema, Models.SPECIFIC));
    writers.put(target, writer);
    return writer;
  }
}
