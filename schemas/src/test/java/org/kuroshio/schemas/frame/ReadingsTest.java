package org.kuroshio.schemas.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kuroshio.schemas.frame.UndecodableException.Reason;

/** Our reading gives what Avro's own gives, whatever stands in the bytes. */
class ReadingsTest {
  private static final int ID = 77;
  private static final int RECORDS = 60;

  /** A record of everything, and what another release might make of it. */
  private static final Schema WRITER =
      schema(
          """
          {"type": "record", "name": "R", "namespace": "n", "fields": [
            {"name": "number", "type": "int"},
            {"name": "gone", "type": {"type": "map", "values": {"type": "array", "items": ["null", "double", "string"]}}},
            {"name": "share", "type": "float"},
            {"name": "word", "type": {"type": "enum", "name": "W", "symbols": ["A", "B", "C"]}},
            {"name": "print", "type": {"type": "fixed", "name": "F", "size": 7}},
            {"name": "blob", "type": "bytes"},
            {"name": "sure", "type": "boolean"},
            {"name": "self", "type": ["null", "R"]},
            {"name": "selves", "type": {"type": "array", "items": "R"}},
            {"name": "texts", "type": {"type": "map", "values": "string"}},
            {"name": "choice", "type": ["long", "string", {"type": "record", "name": "Inner", "fields": [
              {"name": "left", "type": "string"}, {"name": "right", "type": "long"}]}]}]}""");

  private static final Schema READER =
      schema(
          """
          {"type": "record", "name": "R", "namespace": "n", "fields": [
            {"name": "choice", "type": ["null", {"type": "record", "name": "Inner", "fields": [
              {"name": "right", "type": "double"}, {"name": "more", "type": ["null", "string"], "default": null}]},
              {"type": "string", "avro.java.string": "String"}, "double"]},
            {"name": "word", "type": {"type": "enum", "name": "W", "symbols": ["C", "A", "B"]}},
            {"name": "selves", "type": {"type": "array", "items": "R"}},
            {"name": "self", "type": ["null", "R"]},
            {"name": "number", "type": "long"},
            {"name": "share", "type": "double"},
            {"name": "blob", "type": "string"},
            {"name": "texts", "type": {"type": "map", "values": "string"}},
            {"name": "print", "type": {"type": "fixed", "name": "F", "size": 7}},
            {"name": "sure", "type": ["boolean", "null"]},
            {"name": "added", "type": {"type": "array", "items": "int"}, "default": [1, 2]}]}""");

  static Stream<Schema> releasedSchemas() {
    return ReleasedSchemas.all().stream().map(ReleasedSchemas.Released::schema);
  }

  @ParameterizedTest
  @MethodSource("releasedSchemas")
  void shouldReadEveryReleasedSchemaAsAvroDoes(Schema schema) {
    assertSame(schema, schema);
  }

  @Test
  void shouldTurnOneReleasesRecordsIntoAnothersAsAvroDoes() {
    assertSame(WRITER, READER);
    assertSame(WRITER, WRITER);
  }

  @Test
  void shouldSayOfEveryTruncationThatItIsOne() {
    byte[] whole = framed(WRITER, random(WRITER, 1, 3));
    GenericFrameReader reader = reader(WRITER, READER);

    IntStream.range(Frame.HEADER_BYTES, whole.length)
        .forEach(
            length ->
                assertThat(catchThrowable(() -> reader.read(Arrays.copyOf(whole, length))))
                    .isInstanceOfSatisfying(
                        UndecodableException.class,
                        e -> assertThat(e.reason()).isIn(Reason.TRUNCATED, Reason.MALFORMED)));
  }

  @Test
  void shouldEndOnAnyBytesWithARecordOrAReason() {
    Random random = new Random(5);
    GenericFrameReader reader = reader(WRITER, READER);
    byte[] whole = framed(WRITER, random(WRITER, 2, 9));

    for (int i = 0; i < 20_000; i++) {
      byte[] broken = whole.clone();
      int changes = 1 + random.nextInt(4);
      for (int change = 0; change < changes; change++) {
        broken[Frame.HEADER_BYTES + random.nextInt(broken.length - Frame.HEADER_BYTES)] =
            (byte) random.nextInt();
      }
      Throwable failure = catchThrowable(() -> reader.read(broken));
      if (failure != null) {
        assertThat(failure).isInstanceOf(UndecodableException.class);
      }
    }
  }

  private static void assertSame(Schema writer, Schema reader) {
    GenericFrameReader ours = reader(writer, reader);
    GenericRecord reused = null;
    for (Object written : new RandomData(writer, RECORDS, 11L, true)) {
      byte[] bytes = framed(writer, written);
      GenericRecord expected = avros(writer, reader, bytes);

      assertThat(ours.read(bytes)).isEqualTo(expected);
      reused = ours.read(bytes, reused);
      assertThat(reused).isEqualTo(expected);
      assertThat(reused.toString()).isEqualTo(expected.toString());
    }
  }

  private static Object random(Schema schema, int skipped, long seed) {
    return StreamSupport.stream(new RandomData(schema, skipped + 1, seed).spliterator(), false)
        .skip(skipped)
        .findFirst()
        .orElseThrow();
  }

  private static GenericFrameReader reader(Schema writer, Schema reader) {
    return new GenericFrameReader(new OneSchema(writer), reader);
  }

  private static GenericRecord avros(Schema writer, Schema reader, byte[] framed) {
    try {
      return new GenericDatumReader<GenericRecord>(writer, reader, Models.GENERIC)
          .read(
              null,
              DecoderFactory.get()
                  .binaryDecoder(
                      framed, Frame.HEADER_BYTES, framed.length - Frame.HEADER_BYTES, null));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] framed(Schema schema, Object value) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(Frame.header(ID));
      BinaryEncoder encoder = EncoderFactory.get().blockingBinaryEncoder(bytes, null);
      new GenericDatumWriter<>(schema, Models.GENERIC).write(value, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Schema schema(String json) {
    return new Schema.Parser().parse(json);
  }

  private record OneSchema(Schema schema) implements SchemaIds {
    @Override
    public int idOf(String subject, Schema asked) {
      return ID;
    }

    @Override
    public Schema schemaOf(int id) {
      return schema;
    }
  }
}
