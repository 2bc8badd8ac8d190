package org.kuroshio.schemas.frame;

import java.io.IOException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;

/** Reads the bytes behind the frame into generated classes. Safe for many threads. */
final class Body<T> {
  private final DatumReader<T> reader;
  private final BodyFailures failures;

  Body(Schema writer, Schema reader) {
    this.failures = new BodyFailures(writer, reader);
    try {
      // the fast reader itself, as DatumReader's lazy creation of it is not safe for many threads
      this.reader = Models.SPECIFIC.getFastReaderBuilder().createDatumReader(writer, reader);
    } catch (IOException | AvroTypeException e) {
      throw failures.incompatible(e);
    }
  }

  T read(BinaryDecoder decoder) {
    T value;
    boolean atEnd;
    try {
      value = reader.read(null, decoder);
      atEnd = decoder.isEnd();
    } catch (IOException | RuntimeException e) {
      throw failures.of(e);
    }
    if (!atEnd) {
      throw failures.trailing();
    }
    return value;
  }
}
