package org.kuroshio.warehouse.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.fixture.SampleRecords;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.CutOffset;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

class FrameConverterTest {
  private static final int RECORDS = 50;
  private static final String RELEASED = "/org/kuroshio/schemas/frame/released/";

  /** Every schema of every release, and those of today. */
  static Stream<Schema> written() throws IOException {
    Stream<Schema> released =
        text(RELEASED + "index.txt")
            .lines()
            .map(path -> new Schema.Parser().parse(text(RELEASED + path)));
    return Stream.concat(released, BundledIds.current().stream());
  }

  @ParameterizedTest
  @MethodSource("written")
  void shouldKeepEveryValueOfEverySchema(Schema schema) throws IOException {
    // Given
    FrameConverter converter = converter(Map.of());
    SampleRecords samples = new SampleRecords(new Random(7));
    int id = Fixtures.ids().idOf("any", schema);
    for (int i = 0; i < RECORDS; i++) {
      GenericRecord record = (GenericRecord) samples.of(schema);

      // When
      SchemaAndValue converted = converter.toConnectData("any", framed(id, record));

      // Then
      assertThat(converted.schema().name()).isEqualTo(schema.getFullName());
      assertSame(schema, record, converted.value());
    }
  }

  @ParameterizedTest
  @MethodSource("written")
  void shouldGiveEveryReleaseTheColumnsOfToday(Schema schema) throws IOException {
    FrameConverter converter = converter(Map.of());
    GenericRecord record = (GenericRecord) new SampleRecords(new Random(7)).of(schema);
    byte[] framed = framed(Fixtures.ids().idOf("any", schema), record);
    Schema today =
        BundledIds.current().stream()
            .filter(current -> current.getFullName().equals(schema.getFullName()))
            .findFirst()
            .orElseThrow();
    assertThat(converter.toConnectData("any", framed).schema().fields())
        .extracting(org.apache.kafka.connect.data.Field::name)
        .containsExactlyElementsOf(today.getFields().stream().map(Schema.Field::name).toList());
  }

  @Test
  void shouldReadWhatAnOlderAndANewerReleaseWroteThroughTheRegistry() throws IOException {
    // Given: a release without 'ranked', and one with a field that is not known yet
    Schema today = IndicatorValue.getClassSchema();
    String text = today.toString();
    String ranked =
        "{\"name\":\"ranked\",\"type\":[\"null\",\"int\"],\"doc\":\"how many were ranked\",\"default\":null},";
    assertThat(text).contains(ranked);
    Schema older = new Schema.Parser().parse(text.replace(ranked, ""));
    Schema newer =
        new Schema.Parser()
            .parse(
                text.replace(
                    ranked, ranked + "{\"name\":\"new\",\"type\":\"string\",\"default\":\"\"},"));
    try (Registry registry = new Registry(Map.of(7, older, 8, newer))) {
      FrameConverter converter =
          converter(Map.of(FrameConverterConfig.REGISTRY, registry.address()));
      SampleRecords samples = new SampleRecords(new Random(3));
      GenericRecord old = (GenericRecord) samples.of(older);
      GenericRecord fresh = (GenericRecord) samples.of(newer);

      // When
      Struct first = (Struct) converter.toConnectData("t", framed(7, old)).value();
      Struct second = (Struct) converter.toConnectData("t", framed(8, fresh)).value();

      // Then
      assertThat(first.schema()).isEqualTo(second.schema());
      assertThat(first.schema().field("new")).isNull();
      assertThat(first.get("ranked")).isNull();
      assertThat(first.get("region")).isEqualTo(old.get("region").toString());
      assertThat(second.get("ranked")).isEqualTo(fresh.get("ranked"));
    }
  }

  @Test
  void shouldTryAgainWhileTheRegistryDoesNotAnswer() throws IOException {
    String gone;
    try (Registry registry = new Registry(Map.of())) {
      gone = registry.address();
    }
    FrameConverter converter = converter(Map.of(FrameConverterConfig.REGISTRY, gone));
    assertThatThrownBy(() -> converter.toConnectData("t", new byte[] {0, 0, 0, 0, 7, 1}))
        .isInstanceOf(RetriableException.class);
  }

  @Test
  void shouldPassTombstonesOn() {
    assertThat(converter(Map.of()).toConnectData("t", null)).isEqualTo(SchemaAndValue.NULL);
  }

  @Test
  void shouldRefuseWhatIsNoRecordInWords() {
    FrameConverter converter = converter(Map.of());
    assertThatThrownBy(() -> converter.toConnectData("t", new byte[] {9, 9, 9, 9, 9, 9}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("NOT_FRAMED");
    byte[] cut = Fixtures.bytes(cut());
    byte[] half = java.util.Arrays.copyOf(cut, cut.length - 3);
    assertThatThrownBy(() -> converter.toConnectData("t", half))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("TRUNCATED");
  }

  @Test
  void shouldGiveAllRecordsOfTheTablesOneForm() {
    // Given
    FrameConverter converter = rows();

    // When
    SchemaAndValue cell = converter.toConnectData("t", Fixtures.bytes(cell()));
    SchemaAndValue cut = converter.toConnectData("t", Fixtures.bytes(cut()));
    SchemaAndValue tombstone = converter.toConnectData("t", null);

    // Then
    assertThat(cell.schema()).isSameAs(cut.schema()).isSameAs(tombstone.schema());
    Struct row = (Struct) cell.value();
    assertThat(row.get("numerator")).isEqualTo("123456789012345678901234567890/7");
    assertThat(row.get("sequence")).isNull();
    assertThat(row.get(CommonRow.DELETED)).isNull();
    assertThat(row.get("updatedAt")).isEqualTo("2021-07-16T01:02:03.000004Z");
    Struct end = (Struct) cut.value();
    assertThat(end.get("sequence")).isEqualTo(12L);
    assertThat(end.get("asOf"))
        .isEqualTo(java.util.Date.from(Instant.parse("2021-07-16T00:00:00Z")));
    assertThat(end.getString("offsets"))
        .isEqualTo("[{\"topic\": \"innovation.ventures\", \"partition\": 0, \"offset\": 12}]");
    Struct gone = (Struct) tombstone.value();
    assertThat(gone.get(CommonRow.DELETED)).isEqualTo(true);
    assertThat(gone.get("indicator")).isNull();
  }

  @Test
  void shouldRefuseARecordThatHasNoPlaceInTheRow() throws IOException {
    Schema alert = org.kuroshio.schemas.table.Alert.getClassSchema();
    GenericRecord record = (GenericRecord) new SampleRecords(new Random(1)).of(alert);
    byte[] framed = framed(Fixtures.ids().idOf("any", alert), record);
    assertThatThrownBy(() -> rows().toConnectData("t", framed))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("UNEXPECTED_TYPE");
  }

  @Test
  void shouldNameTheTypesThereAreWhereASettingIsWrong() {
    assertThatThrownBy(() -> converter(Map.of(FrameConverterConfig.ROW_OF, "Cell")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no record type Cell")
        .hasMessageContaining("IndicatorValue");
    assertThatThrownBy(() -> converter(Map.of(FrameConverterConfig.NESTED, "xml")))
        .isInstanceOf(ConfigException.class);
  }

  private static FrameConverter rows() {
    return converter(
        Map.of(
            FrameConverterConfig.ROW_OF,
            "IndicatorValue,Cut",
            FrameConverterConfig.NESTED,
            "json"));
  }

  private static FrameConverter converter(Map<String, String> settings) {
    FrameConverter converter = new FrameConverter();
    converter.configure(settings, false);
    return converter;
  }

  private static IndicatorValue cell() {
    return IndicatorValue.newBuilder()
        .setIndicator("venture.stock")
        .setVersion(1)
        .setGroup("JP")
        .setRegion("JP-13")
        .setPeriod("FY2007")
        .setBreakdown("")
        .setUnit("ventures")
        .setValue("486")
        .setNumerator("123456789012345678901234567890/7")
        .setStatus(Status.NORMAL)
        .setCut("0123456789abcdef")
        .setUpdatedAt(Instant.parse("2021-07-16T01:02:03.000004Z"))
        .build();
  }

  private static Cut cut() {
    return Cut.newBuilder()
        .setCut("0123456789abcdef")
        .setSequence(12)
        .setAsOf(LocalDate.parse("2021-07-16"))
        .setAt(Instant.parse("2021-07-16T00:00:00Z"))
        .setOffsets(List.of(new CutOffset("innovation.ventures", 0, 12L)))
        .setCount(3)
        .build();
  }

  /**
   * Said of each type in this test's own words, so that the converter is not compared with itself.
   */
  private static void assertSame(Schema schema, Object read, Object converted) {
    switch (schema.getType()) {
      case UNION -> {
        if (read == null) {
          assertThat(converted).isNull();
        } else {
          List<Schema> branches =
              schema.getTypes().stream().filter(t -> t.getType() != Schema.Type.NULL).toList();
          if (branches.size() == 1) {
            assertSame(branches.get(0), read, converted);
          } else {
            Schema branch = ((GenericRecord) read).getSchema();
            Struct either = (Struct) converted;
            assertSame(branch, read, either.get(branch.getName()));
            assertThat(
                    either.schema().fields().stream().filter(f -> either.get(f) != null).toList())
                .hasSize(1);
          }
        }
      }
      case RECORD ->
          schema
              .getFields()
              .forEach(
                  field ->
                      assertSame(
                          field.schema(),
                          ((GenericRecord) read).get(field.name()),
                          ((Struct) converted).get(field.name())));
      case ARRAY -> {
        List<?> before = List.copyOf((Collection<?>) read);
        List<?> after = (List<?>) converted;
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
          assertSame(schema.getElementType(), before.get(i), after.get(i));
        }
      }
      case MAP -> {
        Map<?, ?> after = (Map<?, ?>) converted;
        assertThat(after).hasSameSizeAs((Map<?, ?>) read);
        ((Map<?, ?>) read)
            .forEach(
                (key, value) ->
                    assertSame(schema.getValueType(), value, after.get(key.toString())));
      }
      case ENUM, STRING -> assertThat(converted).isEqualTo(read.toString());
      case BYTES -> {
        byte[] bytes = ((ByteBuffer) read).array();
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
          assertThat(converted)
              .isEqualTo(new BigDecimal(new BigInteger(bytes), decimal.getScale()));
        } else {
          assertThat(converted).isEqualTo(bytes);
        }
      }
      case INT -> {
        if (schema.getLogicalType() instanceof LogicalTypes.Date) {
          assertThat(((java.util.Date) converted).toInstant().toString())
              .isEqualTo(LocalDate.ofEpochDay((int) read) + "T00:00:00Z");
        } else {
          assertThat(converted).isEqualTo(read);
        }
      }
      case LONG -> {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
          Instant instant = Instant.parse((String) converted);
          assertThat(
                  Math.addExact(
                      Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
                      instant.getNano() / 1000))
              .isEqualTo(read);
        } else {
          assertThat(converted).isEqualTo(read);
        }
      }
      default -> assertThat(converted).isEqualTo(read);
    }
  }

  private static byte[] framed(int id, GenericRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static String text(String resource) {
    try (InputStream in = FrameConverterTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Answers for ids as a registry does. */
  private static final class Registry implements AutoCloseable {
    private final HttpServer server;

    Registry(Map<Integer, Schema> schemas) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Map<String, String> answers = new HashMap<>();
      schemas.forEach(
          (id, schema) ->
              answers.put(
                  "/schemas/ids/" + id,
                  "{\"schema\": \"%s\"}".formatted(schema.toString().replace("\"", "\\\""))));
      server.createContext(
          "/",
          exchange -> {
            byte[] body =
                answers.get(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(body);
            }
          });
      server.start();
    }

    String address() {
      return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
