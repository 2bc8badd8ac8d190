package org.kuroshio.schemas.frame;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.kuroshio.schemas.frame.UndecodableException.Reason;

/**
 * Reads the fields of a projection out of framed records of one type and steps over the rest, which
 * is about twice as fast as reading all. Dates come as {@code Integer} days, instants as {@code
 * Long} microseconds, decimals as a {@code ByteBuffer} of the unscaled value. Not safe for many
 * threads: each has its own.
 */
public final class GenericFrameReader {
  private final SchemaIds ids;
  private final Schema projection;
  private final Map<Integer, Body<GenericRecord>> bodies = new HashMap<>();
  private BinaryDecoder decoder;
  private int lastId;
  private Body<GenericRecord> lastBody;

  /**
   * @param projection a record schema with the writer's full name and any of its fields, in any
   *     order; a field that the writer lacks needs a default
   */
  public GenericFrameReader(SchemaIds ids, Schema projection) {
    this.ids = ids;
    this.projection = projection;
  }

  /**
   * @throws UndecodableException if the bytes are not a record of the projection's type
   * @throws RegistryUnavailableException if the writer's schema can't be had at the moment
   */
  public GenericRecord read(byte[] framed) {
    return read(framed, null);
  }

  /**
   * @param reuse a record that this reader returned and that may be overwritten, or null
   */
  public GenericRecord read(byte[] framed, GenericRecord reuse) {
    Body<GenericRecord> body = body(Frame.schemaId(framed));
    int length = framed.length - Frame.HEADER_BYTES;
    decoder = DecoderFactory.get().binaryDecoder(framed, Frame.HEADER_BYTES, length, decoder);
    return body.read(decoder, reuse);
  }

  private Body<GenericRecord> body(int id) {
    if (lastBody == null || id != lastId) {
      Body<GenericRecord> body = bodies.get(id);
      lastBody = body != null ? body : resolve(id);
      lastId = id;
    }
    return lastBody;
  }

  private Body<GenericRecord> resolve(int id) {
    Schema writer = ids.schemaOf(id);
    if (!writer.getFullName().equals(projection.getFullName())) {
      throw new UndecodableException(
          Reason.UNEXPECTED_TYPE,
          "a %s where only %s can be read"
              .formatted(writer.getFullName(), projection.getFullName()));
    }
    Body<GenericRecord> body = new Body<>(Models.GENERIC, writer, projection);
    bodies.put(id, body);
    return body;
  }
}
