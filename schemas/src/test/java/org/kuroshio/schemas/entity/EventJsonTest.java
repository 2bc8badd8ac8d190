package org.kuroshio.schemas.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.schemas.entity.Problem.Reason;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Provenance;
import org.kuroshio.schemas.event.Quality;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.program.Project;
import org.kuroshio.schemas.venture.VentureEvent;

class EventJsonTest {
  private static final Instant OBSERVED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Provenance PROVENANCE =
      Provenance.newBuilder()
          .setUri("file:events.jsonl")
          .setPosition("line 3")
          .setSha256("a".repeat(64))
          .build();
  private static final EventDefaults DEFAULTS = new EventDefaults("agency", OBSERVED, PROVENANCE);
  private static final String PUBLISHED = "'publishedAt': '2021-07-14T09:00:00+09:00'";
  private static final String PROJECT = "'entity': {'Project': {'projectId': 'p'}}";

  @Test
  void shouldTakeStreamFromEntityAndTheRestFromReader() {
    KeyedEvent read = read("{'entityId': 'p:1', " + PUBLISHED + ", " + PROJECT + "}");

    ProgramEvent event = (ProgramEvent) read.value().orElseThrow();
    assertThat(read.stream()).isEqualTo(EventStream.PROGRAMS);
    assertThat(read.key()).isEqualTo("p:1");
    assertThat(event.getSource()).isEqualTo("agency");
    assertThat(event.getSourceRecordId()).isEqualTo("p:1");
    assertThat(event.getPublishedAt()).isEqualTo(Instant.parse("2021-07-14T00:00:00Z"));
    assertThat(event.getObservedAt()).isEqualTo(OBSERVED);
    assertThat(event.getProvenance()).isEqualTo(PROVENANCE);
    assertThat(event.getOp()).isEqualTo(Op.ASSERT);
    assertThat(event.getStandsFor()).isOne();
    assertThat(((Project) event.getEntity()).getProjectId()).isEqualTo("p");
    assertThat(Fixtures.bytes(event)).isNotEmpty();
  }

  @Test
  void shouldKeepWhatTheAgencySays() {
    KeyedEvent read =
        read(
            "{'entityId': 'p:1', 'version': '12', 'source': 'mext', 'sourceRecordId': 'r', 'standsFor': 3, 'quality': ['RECONSTRUCTED'], "
                + PUBLISHED
                + ", "
                + PROJECT
                + "}");

    ProgramEvent event = (ProgramEvent) read.value().orElseThrow();
    assertThat(event.getVersion()).isEqualTo(12);
    assertThat(event.getSource()).isEqualTo("mext");
    assertThat(event.getSourceRecordId()).isEqualTo("r");
    assertThat(event.getStandsFor()).isEqualTo(3);
    assertThat(event.getQuality()).containsExactly(Quality.RECONSTRUCTED);
  }

  @Test
  void shouldReadWithdrawalWithoutState() {
    KeyedEvent read =
        read(
            "{'stream': 'ventures', 'entityId': 'v', 'op': 'WITHDRAW', 'version': 2, "
                + PUBLISHED
                + "}");

    VentureEvent event = (VentureEvent) read.value().orElseThrow();
    assertThat(event.getOp()).isEqualTo(Op.WITHDRAW);
    assertThat(event.getEntity()).isNull();
  }

  @Test
  void shouldReadTerminal() {
    KeyedEvent read = read("{'stream': 'ventures', 'entityId': 'v', 'op': 'FORGET'}");

    assertThat(read).isEqualTo(new KeyedEvent(EventStream.VENTURES, "v", Optional.empty()));
  }

  @Test
  void shouldRefuseStateInTerminal() {
    assertThat(problems("{'entityId': 'p', 'op': 'FORGET', 'version': 3, " + PROJECT + "}"))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder("/version", "/entity");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'entityId': 'p', PUBLISHED}                                      | /stream        | MISSING",
        "{'stream': 'programs', 'entityId': 'p', PUBLISHED}                | /entity        | MISSING",
        "{'entityId': 'p', PROJECT}                                        | /publishedAt   | MISSING",
        "{PUBLISHED, PROJECT}                                              | /entityId      | MISSING",
        "{'entityId': ' p', PUBLISHED, PROJECT}                            | /entityId      | BAD_TEXT",
        "{'entityId': '', PUBLISHED, PROJECT}                              | /entityId      | MISSING",
        "{'entityId': 'p', 'publishedAt': '2021-07-14', PROJECT}           | /publishedAt   | BAD_TIME",
        "{'entityId': 'p', 'publishedAt': '2021-07-14T00:00:00', PROJECT}  | /publishedAt   | BAD_TIME",
        "{'entityId': 'p', 'version': -1, PUBLISHED, PROJECT}              | /version       | BAD_NUMBER",
        "{'entityId': 'p', 'standsFor': 2, PUBLISHED, PROJECT}             | /standsFor     | CONTRADICTION",
        "{'entityId': 'p', 'op': 'DELETE', PUBLISHED, PROJECT}             | /op            | UNKNOWN_WORD",
        "{'entityId': 'p', 'entityID': 'p', PUBLISHED, PROJECT}            | /entityID      | UNKNOWN_FIELD",
        "{'stream': 'program', 'entityId': 'p', PUBLISHED, PROJECT}        | /stream        | UNKNOWN_WORD",
        "{'stream': 'patents', 'entityId': 'p', PUBLISHED, PROJECT}        | /entity/Project | UNKNOWN_ENTITY",
        "{'entityId': 'p', PUBLISHED, 'entity': {'Projct': {}}}            | /entity/Projct | UNKNOWN_ENTITY",
        "{'entityId': 'p', PUBLISHED, 'entity': {'Project': {}}}           | /entity/Project/projectId | MISSING",
        "{'entityId': 'p', PUBLISHED, 'provenance': {'uri': 'u', 'position': '1', 'sha256': 'A'}, PROJECT} | /provenance/sha256 | BAD_TEXT",
        "[]                                                                | ''             | WRONG_TYPE"
      })
  void shouldSayWhereAndWhy(String json, String path, Reason reason) {
    assertThat(problems(json.replace("PUBLISHED", PUBLISHED).replace("PROJECT", PROJECT)))
        .singleElement()
        .returns(path, Problem::path)
        .returns(reason, Problem::reason);
  }

  @Test
  void shouldRefuseEventOfAnotherStream() {
    assertThatThrownBy(
            () ->
                EventJson.envelope(
                    EventStream.VENTURES,
                    Json.of("{'entityId': 'p', " + PUBLISHED + ", " + PROJECT + "}"),
                    DEFAULTS,
                    EventContext.NONE))
        .hasMessageContaining("belongs to programs")
        .hasMessageContaining("RegistryChange");
  }

  @Test
  void shouldReadTerminalOfKnownStreamWithoutItsName() {
    KeyedEvent read =
        EventJson.envelope(
            EventStream.PATENTS,
            Json.of("{'entityId': 'a', 'op': 'FORGET'}"),
            DEFAULTS,
            EventContext.NONE);

    assertThat(read.stream()).isEqualTo(EventStream.PATENTS);
  }

  private static KeyedEvent read(String json) {
    return EventJson.event(Json.of(json), DEFAULTS, EventContext.NONE);
  }

  private static List<Problem> problems(String json) {
    return catchThrowableOfType(InvalidEventException.class, () -> read(json)).problems();
  }
}
