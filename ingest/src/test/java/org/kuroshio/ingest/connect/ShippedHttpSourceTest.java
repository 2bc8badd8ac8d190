package org.kuroshio.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kuroshio.ingest.fixture.RawServer;
import org.kuroshio.ingest.fixture.publisher.AmericanPublishers;
import org.kuroshio.ingest.fixture.publisher.EuropeanPublisher;
import org.kuroshio.ingest.fixture.publisher.Facts;
import org.kuroshio.ingest.fixture.publisher.JapanesePublishers;
import org.kuroshio.ingest.fixture.publisher.Publisher;
import org.kuroshio.ingest.fixture.publisher.RealPublishers;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;

/** Each source as it is shipped, asked of a server that answers as the publisher's does. */
@Timeout(120)
class ShippedHttpSourceTest {
  private final Map<Map<String, ?>, Map<String, ?>> stored = new HashMap<>();

  static Stream<Publisher> publishers() {
    return Stream.of(
        JapanesePublishers.nta(),
        JapanesePublishers.gbizinfo(),
        JapanesePublishers.kaken(),
        AmericanPublishers.nsf(),
        AmericanPublishers.nih(),
        AmericanPublishers.odp(),
        AmericanPublishers.grants(),
        new EuropeanPublisher(EuropeanPublisher.example(), 0).publisher(EuropeanPublisher.FACTS));
  }

  @ParameterizedTest
  @MethodSource("publishers")
  void shouldPublishWhatThePublisherSays(Publisher publisher) throws Exception {
    publishes(publisher);
  }

  static Stream<Publisher> realPublishers() {
    return Stream.of(
        RealPublishers.nta(),
        RealPublishers.gbizinfo(),
        RealPublishers.nih(),
        RealPublishers.odp(),
        RealPublishers.epo());
  }

  @ParameterizedTest
  @MethodSource("realPublishers")
  @Tag("real-samples")
  @EnabledIf("org.kuroshio.ingest.fixture.publisher.Publisher#samplesAreThere")
  void shouldPublishWhatRealAnswersSay(Publisher publisher) throws Exception {
    publishes(publisher);
  }

  private void publishes(Publisher publisher) throws Exception {
    try (RawServer server = new RawServer(publisher.answering());
        LiveWorker worker = start(publisher, server).toEnd()) {
      worker.stop();

      assertThat(facts(worker)).containsExactlyInAnyOrderElementsOf(publisher.facts());
      assertThat(worker.rejections()).isEmpty();
      assertThat(worker.counts().addUp()).isTrue();
      assertThat(worker.statuses())
          .filteredOn(status -> status.getState() == SourceState.DONE)
          .isNotEmpty()
          .allMatch(status -> status.getError() == null);
      assertThat(publisher.secrets())
          .allSatisfy(
              secret -> assertThat(worker.statuses().toString() + stored).doesNotContain(secret));

      LiveWorker again = start(publisher, server).toEnd();
      again.stop();
      assertThat(facts(again)).as("of the second reading").isEmpty();
      again.close();
    }
  }

  private LiveWorker start(Publisher publisher, RawServer server) {
    Map<String, String> own = new HashMap<>(publisher.settings());
    own.put("base", server.address());
    String run = UUID.randomUUID().toString();
    Map<String, String> settings =
        new HttpSourceSettings(publisher.source(), own, "", "", run, 1, true).toMap();
    return LiveWorker.start(settings, stored, run);
  }

  private static List<String> facts(LiveWorker worker) {
    return worker.written().stream()
        .filter(record -> !record.topic().equals("innovation.source-status"))
        .filter(record -> !record.topic().equals("innovation.rejected"))
        .map(ShippedHttpSourceTest::fact)
        .toList();
  }

  /** The id of a row of the register is mostly a hash, which says nothing. */
  private static String fact(SourceRecord record) {
    String key = (String) record.key();
    return Facts.of(record.topic(), key, (byte[]) record.value()).replaceFirst("^nta:\\S+ ", "");
  }

  @Test
  void shouldRestWhereAQuotaIsUsedUpAndLoseNothing(@TempDir Path folder) throws Exception {
    Publisher office =
        new EuropeanPublisher(EuropeanPublisher.example(), 1).publisher(EuropeanPublisher.FACTS);
    Publisher hurried =
        new Publisher(
            impatient(folder).toString(),
            office.settings(),
            office.secrets(),
            office.answering(),
            office.facts());
    try (RawServer server = new RawServer(hurried.answering());
        LiveWorker worker = start(hurried, server)) {
      SourceStatus refused = worker.toError();
      worker.toEnd().stop();

      assertThat(refused.getError()).contains("status 403");
      assertThat(refused.getState()).isNotEqualTo(SourceState.FAILED);
      assertThat(facts(worker)).containsExactlyInAnyOrderElementsOf(hurried.facts());
      List<RawServer.Asked> asked = server.asked;
      assertThat(asked.get(0).target()).isEqualTo("/auth/accesstoken");
      assertThat(asked.get(2).nanos() - asked.get(1).nanos())
          .as("the pause behind the refusal")
          .isGreaterThan(2_000_000_000L);
    }
  }

  /** The office's source with a pause that a test has time for. */
  private static Path impatient(Path folder) throws IOException {
    Path shipped = Path.of("src/main/resources/sources");
    for (String mapping :
        List.of(
            "epo-application.jslt", "epo-family.jslt", "epo-shared.jslt", "organisations.jslt")) {
      Files.copy(shipped.resolve(mapping), folder.resolve(mapping));
    }
    String definition =
        Files.readString(shipped.resolve("epo-ops.yaml"), StandardCharsets.UTF_8)
            .replace("source: epo-ops", "source: epo-hurried")
            .replace("wait: PT10M", "wait: PT2S");
    return Files.writeString(folder.resolve("epo-hurried.yaml"), definition);
  }
}
