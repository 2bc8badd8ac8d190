package org.kuroshio.indicators.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.kuroshio.schemas.frame.Frame;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.frame.UndecodableException;

/**
 * A digest of an event's content: the bytes from the field `op` to the end. What stands before
 * (source, provenance, times) says how the event came, and must not decide which of two events of
 * one version wins. Not thread-safe.
 */
final class ContentHash {
  private static final String FIRST_CONTENT_FIELD = "op";

  private final SchemaIds ids;
  private final Map<Integer, List<Schema>> heads = new HashMap<>();
  private final MessageDigest digest;
  private BinaryDecoder decoder;

  ContentHash(SchemaIds ids) {
    this.ids = ids;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The first 8 bytes of the SHA-256, to be compared as an unsigned number. */
  long of(byte[] framed) {
    List<Schema> head = heads.computeIfAbsent(Frame.schemaId(framed), id -> head(ids.schemaOf(id)));
    int length = framed.length - Frame.HEADER_BYTES;
    decoder = DecoderFactory.get().binaryDecoder(framed, Frame.HEADER_BYTES, length, decoder);
    try {
      for (Schema field : head) {
        GenericDatumReader.skip(field, decoder);
      }
      int rest = decoder.inputStream().available();
      digest.update(framed, framed.length - rest, rest);
    } catch (IOException e) {
      throw new UndecodableException(
          UndecodableException.Reason.TRUNCATED, "ends before its content begins", e);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static List<Schema> head(Schema writer) {
    List<Schema> head = new ArrayList<>();
    for (Schema.Field field : writer.getFields()) {
      if (field.name().equals(FIRST_CONTENT_FIELD)) {
        return head;
      }
      head.add(field.schema());
    }
    throw new UndecodableException(
        UndecodableException.Reason.UNEXPECTED_TYPE,
        writer.getFullName() + " is no event envelope: it has no field 'op'");
  }
}
