package org.kuroshio.schemas.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kuroshio.schemas.event.Provenance;

/**
 * Holds docs/events.schema.json against the Avro schemas, and both and docs/events.md against
 * {@link EventJson}. To write the file anew:
 *
 * <pre>mvn -pl schemas test -Dtest=EventJsonSchemaTest -Dkuroshio.refresh=true</pre>
 */
class EventJsonSchemaTest {
  private static final Path SCHEMA = Path.of("../docs/events.schema.json");
  private static final Path DOCUMENT = Path.of("../docs/events.md");
  private static final Pattern BLOCK = Pattern.compile("```(jsonl|csv)\\n(.*?)```", Pattern.DOTALL);
  static final EventDefaults DEFAULTS =
      new EventDefaults(
          "agency",
          Instant.EPOCH,
          Provenance.newBuilder().setUri("u").setPosition("1").setSha256("0".repeat(64)).build());
  static final EventContext JAPAN = EventContext.NONE.withFiscalYears(FiscalCalendar.JP);
  static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(EventJsonSchema.generate());

  @BeforeAll
  static void writeFileIfAsked() throws IOException {
    if (Boolean.getBoolean("kuroshio.refresh")) {
      Files.writeString(SCHEMA, text());
    }
  }

  static List<JsonNode> documentedEvents() {
    List<JsonNode> events = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(document());
    while (blocks.find()) {
      List<String> lines = blocks.group(2).lines().filter(line -> !line.isBlank()).toList();
      if (blocks.group(1).equals("jsonl")) {
        lines.forEach(line -> events.add(Json.strict(line)));
      } else {
        EventRow row = new EventRow(cells(lines.get(0)));
        lines.stream().skip(1).forEach(line -> events.add(row.tree(cells(line))));
      }
    }
    return events;
  }

  private static String document() {
    try {
      return Files.readString(DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldMatchTheFileInDocs() throws IOException {
    assertThat(Files.readString(SCHEMA))
        .as("docs/events.schema.json; write it anew with -Dkuroshio.refresh=true")
        .isEqualTo(text());
  }

  @Test
  void shouldDocumentEveryEntityAndOp() {
    List<JsonNode> events = documentedEvents();

    assertThat(events)
        .extracting(event -> event.path("op").asText("ASSERT"))
        .contains("WITHDRAW", "FORGET");
    assertThat(events.stream().flatMap(event -> entityName(event).stream()))
        .containsAll(EntityTypes.names());
  }

  @ParameterizedTest
  @MethodSource("documentedEvents")
  void shouldAcceptDocumentedEvent(JsonNode event) {
    assertThat(EventJson.event(event, DEFAULTS, JAPAN).key()).isNotBlank();
    assertThat(VALIDATOR.validate(event)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'entityId': 'p', 'publishedAt': '2021-07-14T00:00:00Z'}",
        "{'entityId': ' p', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Project': {'projectId': 'p'}}}",
        "{'entityId': 'p', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Project': {}}}",
        "{'entityId': 'p', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Projct': {'projectId': 'p'}}}",
        "{'entityId': 'p', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Project': {'projectId': 'p', 'x': 1}}}",
        "{'entityId': 'p', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Project': {'projectId': 'p', 'start': '2021-7'}}}",
        "{'entityId': 'p', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Project': {'projectId': 'p', 'category': 'X'}}}",
        "{'entityId': 'p', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Project': {'projectId': 'p', 'parties': [{'region': 'JP-13'}]}}}",
        "{'entityId': 'p', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Project': {'projectId': 'p', 'parties': [{'role': 'LEAD', 'region': 'Tokyo'}]}}}",
        "{'entityId': 'f', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Funding': {'fundingId': 'f', 'money': {'amount': -1, 'currency': 'JPY'}}}}",
        "{'entityId': 'f', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Funding': {'fundingId': 'f', 'money': {'amount': '1,000', 'currency': 'JPY'}}}}",
        "{'stream': 'patents', 'entityId': 'p', 'publishedAt': '2021-07-14T00:00:00Z', 'entity': {'Project': {'projectId': 'p'}}}",
        "{'entityId': 'p', 'op': 'WITHDRAW', 'publishedAt': '2021-07-14T00:00:00Z'}",
        "{'stream': 'programs', 'op': 'FORGET'}",
        "{'stream': 'programs', 'entityId': 'p', 'op': 'FORGET', 'version': 1}"
      })
  void shouldRefuseWhatEventJsonRefuses(String json) {
    JsonNode event = Json.of(json);

    assertThat(catchThrowable(() -> EventJson.event(event, DEFAULTS, JAPAN)))
        .isInstanceOf(InvalidEventException.class);
    assertThat(VALIDATOR.validate(event)).isNotEmpty();
  }

  private static Optional<String> entityName(JsonNode event) {
    return event.path("entity").isObject()
        ? Optional.of(event.get("entity").fieldNames().next())
        : Optional.empty();
  }

  /** The document's examples quote nothing. */
  private static List<String> cells(String line) {
    return List.of(line.split(",", -1));
  }

  private static String text() throws IOException {
    return new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(EventJsonSchema.generate())
        + "\n";
  }
}
