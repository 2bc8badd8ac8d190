package org.kuroshio.indicators.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.kuroshio.schemas.frame.FieldStart;
import org.kuroshio.schemas.frame.SchemaIds;

/**
 * A digest of an event's content: the bytes from the field `op` to the end. What stands before
 * (source, provenance, times) says how the event came, and must not decide which of two events of
 * one version wins. Not thread-safe.
 */
final class ContentHash {
  private static final String FIRST_CONTENT_FIELD = "op";

  private final FieldStart content;
  private final MessageDigest digest;

  ContentHash(SchemaIds ids) {
    this.content = new FieldStart(ids, FIRST_CONTENT_FIELD);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * The first 8 bytes of the SHA-256, to be compared as an unsigned number.
   *
   * @throws org.kuroshio.schemas.frame.UndecodableException if the bytes are no event's
   */
  long of(byte[] framed) {
    int start = content.of(framed);
    digest.update(framed, start, framed.length - start);
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
