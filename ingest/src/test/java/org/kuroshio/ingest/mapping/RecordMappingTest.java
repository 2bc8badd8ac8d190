package org.kuroshio.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Quality;

class RecordMappingTest {
  private static final String ENTITY =
      "\"series\": \"TEST\", \"region\": \"JP-13\", \"referenceDate\": \"2020\", \"value\": 1, \"unit\": \"u\", \"vintage\": .id";

  @TempDir Path folder;
  private SourceFiles files;

  @BeforeEach
  void writer() {
    files = new SourceFiles(folder);
  }

  private EngineRun run(String row) {
    Path data = files.text("data/a.csv", "id,when,other\n" + row + "\n");
    return EngineRun.of(files.read(), data);
  }

  private static GenericRecord envelope(EngineRun run) {
    return (GenericRecord) run.events().get(0).envelope().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "2026-04-01, 20544",
    "1970-01-01T00:00:01Z, 1000",
    "1970-01-01T09:00:01+09:00, 1000"
  })
  void shouldReadVersionsAsSourcesWriteThem(String written, long version) {
    files.with("version", "/when").mapping("{" + ENTITY + "}");

    assertThat(envelope(run("x," + written + ",")).get("version")).isEqualTo(version);
  }

  @Test
  void shouldRejectAVersionThatIsNone() {
    files.with("version", "/when").mapping("{" + ENTITY + "}");

    assertThat(run("x,soon,").reasons()).containsExactly("line 2: bad-version");
    assertThat(run("x,1969-12-31,").reasons()).containsExactly("line 2: bad-envelope");
    assertThat(run("x,,").reasons()).containsExactly("line 2: missing-value");
  }

  @ParameterizedTest
  @CsvSource({
    "2021-07-14, 2021-07-14T00:00:00Z",
    "2021-07, 2021-07-31T00:00:00Z",
    "2021-07-14T09:00:00+09:00, 2021-07-14T00:00:00Z"
  })
  void shouldReadTimesOfPublicationAsSourcesWriteThem(String written, String instant) {
    files.with("publishedAt", "/when").mapping("{" + ENTITY + "}");

    assertThat(run("x," + written + ",").events().get(0).publishedAt()).isEqualTo(instant);
  }

  @Test
  void shouldKeepTheTimeOfFactsBeforeKafkasFirst() {
    files.with("publishedAt", "/when").mapping("{" + ENTITY + "}");

    EngineRun run = run("x,1955-10-01,");

    assertThat(run.events().get(0).publishedAt()).isEqualTo("1955-10-01T00:00:00Z");
    assertThat(run.messages().get(0).timestampMillis()).isZero();
  }

  @Test
  void shouldTakeTheEnvelopesKeysFromTheMapping() {
    files.mapping(
        "{\"@key\": \"k:\" + .id, \"@op\": \"WITHDRAW\", \"@version\": 3, \"@standsFor\": 17, \"@quality\": [\"RECONSTRUCTED\"], \"@sourceRecordId\": .other, \"@publishedAt\": \"2020-01-02\", "
            + ENTITY
            + "}");

    GenericRecord envelope = envelope(run("x,,r1"));

    assertThat(envelope.get("entityId")).isEqualTo("k:x");
    assertThat(envelope.get("op")).isEqualTo(Op.WITHDRAW);
    assertThat(envelope.get("version")).isEqualTo(3L);
    assertThat(envelope.get("standsFor")).isEqualTo(17L);
    assertThat(envelope.get("quality")).isEqualTo(List.of(Quality.RECONSTRUCTED));
    assertThat(envelope.get("sourceRecordId")).isEqualTo("r1");
    assertThat(envelope.get("publishedAt")).hasToString("2020-01-02T00:00:00Z");
  }

  @Test
  void shouldChooseTheEntityInTheMapping() {
    files
        .without("entity")
        .with("key", "\"k:${/id}\"")
        .mapping("{\"@entity\": \"Programme\", \"programmeId\": .id}");

    EngineRun run = run("x,,");

    assertThat(run.events().get(0).stream().label()).isEqualTo("programs");
    assertThat(run.keys()).containsExactly("k:x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"@kye": 1, "vintage": .id}         | unknown-field
          {"@op": "DELETE", "vintage": .id}   | unknown-word
          {"@standsFor": 0, "vintage": .id}   | bad-number
          {"@entity": "Thing"}                | unknown-entity
          {"vintage": .id}                    | missing
          {"vintage": .id, "sreies": "x"}     | unknown-field
          "text"                              | wrong-type
          [1]                                 | wrong-type
          {"vintage": .id / 2}                | jslt-error
          {"vintage": number(.id)}            | jslt-error
          fail("odd", "an odd row")           | odd
          """)
  void shouldRejectWhatTheMappingMakesWrongly(String mapping, String reason) {
    files.mapping(mapping);

    EngineRun run = run("x,,");

    assertThat(run.reasons()).containsExactly("line 2: " + reason);
    assertThat(run.addsUp()).isTrue();
  }

  @Test
  void shouldSayWhereAMappingFailed() {
    files.mapping("{\n  \"vintage\":\n    .id / 2\n}");
    assertThat(run("x,,").rejections().get(0).getDetail()).contains("test.jslt:3: ");

    // JSLT's own functions know no line
    files.mapping("{\n  \"vintage\":\n    number(.id)\n}");
    assertThat(run("x,,").rejections().get(0).getDetail()).contains("test.jslt: number(x)");
  }

  @Test
  void shouldPublishARecordWholeOrNotAtAll() {
    files.mapping("[{" + ENTITY + "}, {\"vintage\": \"second\", \"unit\": 3}]");

    EngineRun run = run("x,,");

    assertThat(run.events()).isEmpty();
    assertThat(run.rejections()).hasSize(1);
  }

  @Test
  void shouldIgnoreWhatTheMappingMakesNothingOf() {
    files.mapping("if (.id == \"x\") null else if (.id == \"y\") [] else {" + ENTITY + "}");

    EngineRun run = run("x,,\ny,,\nz,,");

    assertThat(run.ignored).isEqualTo(2);
    assertThat(run.keys()).containsExactly("test:z");
  }

  @Test
  void shouldShowConstantsAndTheFilesNameToTheMapping() {
    files
        .with("constants", "{ unit: things, words: { x: y } }")
        .mapping(
            "{" + ENTITY.replace("\"unit\": \"u\"", "\"unit\": $constants.words.x + $file") + "}")
        .with("key", "\"${constants.unit}:${unit}\"");

    assertThat(run("x,,").keys()).containsExactly("things:ya.csv");
  }
}
