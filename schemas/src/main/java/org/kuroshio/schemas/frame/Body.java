package org.kuroshio.schemas.frame;

import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.kuroshio.schemas.frame.UndecodableException.Reason;

/** Reads the bytes behind the frame, with failures in our own words. */
final class Body<T> {
  private final Schema writer;
  private final DatumReader<T> reader;
  private final boolean fullyReadable;

  Body(GenericData model, Schema writer, Schema reader) {
    this.writer = writer;
    this.fullyReadable = isFullyReadable(writer, reader);
    try {
      // the fast reader itself, as DatumReader's lazy creation of it is not safe for many threads
      this.reader = model.getFastReaderBuilder().createDatumReader(writer, reader);
    } catch (IOException | AvroTypeException e) {
      throw incompatible(e);
    }
  }

  /**
   * @param reuse overwritten and returned if the reader can; may be null
   */
  T read(BinaryDecoder decoder, T reuse) {
    T value;
    boolean atEnd;
    try {
      value = reader.read(reuse, decoder);
      atEnd = decoder.isEnd();
    } catch (EOFException e) {
      throw new UndecodableException(
          Reason.TRUNCATED, "a %s that ends in the middle".formatted(writer.getFullName()), e);
    } catch (AvroTypeException e) {
      // a part that the reader's schema has no place for is reported where a record first has it
      throw fullyReadable ? malformed(e) : incompatible(e);
    } catch (IOException | RuntimeException e) {
      // corrupt lengths and branches surface as any of a dozen exceptions of Avro and of the JDK
      throw malformed(e);
    }
    if (!atEnd) {
      throw new UndecodableException(
          Reason.TRAILING_BYTES, "a %s with bytes behind its end".formatted(writer.getFullName()));
    }
    return value;
  }

  private static boolean isFullyReadable(Schema writer, Schema reader) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  private UndecodableException malformed(Exception cause) {
    return new UndecodableException(
        Reason.MALFORMED,
        "bytes that are no %s, although the frame says so: %s"
            .formatted(writer.getFullName(), cause),
        cause);
  }

  private UndecodableException incompatible(Exception cause) {
    return new UndecodableException(
        Reason.INCOMPATIBLE_SCHEMA,
        "a %s written with a schema that can't be read here: %s"
            .formatted(writer.getFullName(), cause.getMessage()),
        cause);
  }
}
