package org.kuroshio.schemas.frame;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.kuroshio.schemas.frame.UndecodableException.Reason;

/** The first five bytes of a record: zero, then the writer's schema id, big-endian. */
public final class Frame {
  /** Where the Avro bytes begin. */
  public static final int HEADER_BYTES = 5;

  private static final byte MAGIC = 0;

  private Frame() {}

  /**
   * The writer's schema id.
   *
   * @throws UndecodableException if the bytes are too few or do not begin with zero
   */
  public static int schemaId(byte[] framed) {
    if (framed.length < HEADER_BYTES) {
      throw new UndecodableException(
          Reason.NOT_FRAMED,
          "a record of "
              + framed.length
              + " bytes, but the schema frame alone takes "
              + HEADER_BYTES);
    }
    if (framed[0] != MAGIC) {
      throw new UndecodableException(
          Reason.NOT_FRAMED,
          "a record that begins with byte 0x%02x, but a framed one begins with 0x00: was it written by another serialiser?"
              .formatted(framed[0]));
    }
    return ByteBuffer.wrap(framed).getInt(1);
  }

  /** TopicRecordNameStrategy: the tables topics carry two record types each. */
  public static String subject(String topic, Schema schema) {
    return topic + "-" + schema.getFullName();
  }

  static byte[] header(int schemaId) {
    return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
  }
}
