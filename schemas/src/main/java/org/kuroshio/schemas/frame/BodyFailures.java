package org.kuroshio.schemas.frame;

import java.io.EOFException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.kuroshio.schemas.frame.UndecodableException.Reason;

/** What goes wrong with the bytes of one schema that are read with another, in our own words. */
final class BodyFailures {
  private final Schema writer;
  private final boolean fullyReadable;

  BodyFailures(Schema writer, Schema reader) {
    this.writer = writer;
    this.fullyReadable =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
            == SchemaCompatibilityType.COMPATIBLE;
  }

  /**
   * @param cause corrupt lengths and branches surface as any of a dozen exceptions of Avro and of
   *     the JDK
   */
  UndecodableException of(Exception cause) {
    if (cause instanceof EOFException || cause instanceof Cursor.EndException) {
      return new UndecodableException(
          Reason.TRUNCATED, "a %s that ends in the middle".formatted(writer.getFullName()), cause);
    }
    // a part that the reader's schema has no place for is reported where a record first has it
    return cause instanceof AvroTypeException && !fullyReadable
        ? incompatible(cause)
        : malformed(cause);
  }

  UndecodableException trailing() {
    return new UndecodableException(
        Reason.TRAILING_BYTES, "a %s with bytes behind its end".formatted(writer.getFullName()));
  }

  UndecodableException incompatible(Exception cause) {
    return new UndecodableException(
        Reason.INCOMPATIBLE_SCHEMA,
        "a %s written with a schema that can't be read here: %s"
            .formatted(writer.getFullName(), cause.getMessage()),
        cause);
  }

  private UndecodableException malformed(Exception cause) {
    return new UndecodableException(
        Reason.MALFORMED,
        "bytes that are no %s, although the frame says so: %s"
            .formatted(writer.getFullName(), cause),
        cause);
  }
}
