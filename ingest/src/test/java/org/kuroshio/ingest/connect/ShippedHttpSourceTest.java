package org.kuroshio.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.RawServer;
import org.kuroshio.schemas.table.SourceState;

/** A source as it is shipped, asked of a server that answers as the publisher's does. */
@Timeout(45)
class ShippedHttpSourceTest {
  private static final Path EXAMPLE = Path.of("../examples/nsf-api/awards.json");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");

  @Test
  void shouldPublishWhatASavedAnswerHas() throws Exception {
    LocalDate yesterday = LocalDate.now(ZoneId.of("America/New_York")).minusDays(1);
    String awards = Files.readString(EXAMPLE, StandardCharsets.UTF_8);
    try (RawServer server =
        new RawServer(
            (asked, out) ->
                RawServer.json(
                    out,
                    asked.param("dateStart").equals(DAY.format(yesterday))
                        ? awards
                        : "{\"response\":{\"award\":[]}}"))) {
      Map<String, String> settings =
          new HttpSourceSettings(
                  "nsf-api",
                  Map.of("base", server.address(), "start", yesterday.toString()),
                  "",
                  "",
                  UUID.randomUUID().toString(),
                  2,
                  true)
              .toMap();

      try (LiveWorker worker =
          LiveWorker.start(settings, new HashMap<>(), settings.get("kuroshio.run")).toEnd()) {
        worker.stop();

        assertThat(published(worker))
            .isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(EngineRun.of("nsf-api", EXAMPLE).keys());
        assertThat(worker.rejections()).isEmpty();
        assertThat(worker.counts().addUp()).isTrue();
        assertThat(worker.statuses())
            .anyMatch(status -> status.getState() == SourceState.DONE && status.getPublished() > 0);
        assertThat(server.asked)
            .hasSizeGreaterThan(1)
            .allSatisfy(
                asked -> {
                  assertThat(asked.target()).startsWith("/awards.json?");
                  assertThat(asked.param("offset")).isEqualTo("1");
                  assertThat(asked.param("rpp")).isEqualTo("25");
                });
      }
    }
  }

  private static List<String> published(LiveWorker worker) {
    return worker.written().stream()
        .filter(record -> !record.topic().equals("innovation.source-status"))
        .map(record -> (String) record.key())
        .toList();
  }
}
