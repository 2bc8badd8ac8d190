package org.kuroshio.schemas.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.fixture.SampleRecords;
import org.kuroshio.schemas.frame.ReleasedSchemas.Released;

/** Every schema that was ever released is readable with the current one (BACKWARD_TRANSITIVE). */
class ReleasedSchemasTest {
  private static final int RECORDS = 50;

  static Stream<Released> released() {
    return ReleasedSchemas.all().stream();
  }

  @Test
  void shouldListEveryReleasedFile() throws IOException {
    try (Stream<Path> files = Files.walk(ReleaseTest.FOLDER)) {
      assertThat(Files.readAllLines(ReleaseTest.FOLDER.resolve("index.txt")))
          .as("index.txt; write it with -Dkuroshio.release")
          .containsExactlyElementsOf(
              files
                  .filter(file -> file.toString().endsWith(".avsc"))
                  .map(file -> ReleaseTest.FOLDER.relativize(file).toString())
                  .sorted()
                  .toList());
    }
  }

  @Test
  void shouldHaveReleasedEveryTopicValue() {
    assertThat(released().map(released -> released.schema().getFullName()))
        .containsAll(BundledIds.current().stream().map(Schema::getFullName).toList());
  }

  @ParameterizedTest
  @MethodSource("released")
  void shouldReadReleasedSchema(Released released) {
    assertThat(incompatibilities(current(released), released.schema()))
        .as("%s of release %s", released.schema().getName(), released.release())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("released")
  void shouldReadRecordsWrittenByRelease(Released released) throws IOException {
    byte[] header = Frame.header(Fingerprint.id(released.schema()));
    Class<? extends SpecificRecord> type =
        Models.SPECIFIC.getClass(current(released)).asSubclass(SpecificRecord.class);
    try (FrameDeserializer<SpecificRecord> deserializer =
        new FrameDeserializer<>(Fixtures.ids(), List.of(type))) {
      SampleRecords samples = new SampleRecords(new Random(1));
      for (int i = 0; i < RECORDS; i++) {
        Object record = samples.of(released.schema());
        byte[] framed = framed(header, released.schema(), record);

        assertThatCode(() -> deserializer.deserialize("any", framed)).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void shouldFindFieldWithoutDefault() {
    Schema old = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
    Schema now =
        SchemaBuilder.record("R").fields().requiredString("a").requiredString("b").endRecord();

    assertThat(incompatibilities(now, old)).anyMatch(text -> text.contains("b"));
  }

  @Test
  void shouldFindChangedScale() {
    Schema old = new Schema.Parser().parse(amount(4));
    Schema now = new Schema.Parser().parse(amount(2));

    assertThat(incompatibilities(now, old)).anyMatch(text -> text.contains("decimal 38 4"));
  }

  private static String amount(int scale) {
    return """
        {"type": "record", "name": "R", "fields": [{"name": "amount", "type":
          ["null", {"type": "bytes", "logicalType": "decimal", "precision": 38, "scale": %d}]}]}"""
        .formatted(scale);
  }

  private static Schema current(Released released) {
    Map<String, Schema> byName =
        BundledIds.current().stream()
            .collect(Collectors.toMap(Schema::getFullName, Function.identity()));
    return byName.get(released.schema().getFullName());
  }

  /**
   * Avro's own check does not look at logical types: a decimal of another scale would be read as
   * another number.
   */
  private static List<String> incompatibilities(Schema now, Schema old) {
    var pair = SchemaCompatibility.checkReaderWriterCompatibility(now, old);
    Stream<String> structural =
        pair.getType() == SchemaCompatibilityType.COMPATIBLE
            ? Stream.empty()
            : pair.getResult().getIncompatibilities().stream().map(Object::toString);
    List<String> logicalNow = logicalTypes(now);
    Stream<String> logical = logicalTypes(old).stream().filter(line -> !logicalNow.contains(line));
    return Stream.concat(structural, logical).toList();
  }

  private static List<String> logicalTypes(Schema schema) {
    return Fingerprint.canonical(schema).lines().skip(1).toList();
  }

  private static byte[] framed(byte[] header, Schema schema, Object record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(header);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
