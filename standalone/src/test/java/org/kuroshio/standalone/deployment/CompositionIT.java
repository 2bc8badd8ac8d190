package org.kuroshio.standalone.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.entity.KeyedEvent;
import org.kuroshio.schemas.fixture.ApicurioProcess;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.VentureFixture;
import org.kuroshio.schemas.frame.RegistryIds;
import org.kuroshio.schemas.frame.RegistrySettings;
import org.kuroshio.schemas.topic.TopicSettings;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.publish.EventPublisher;
import org.kuroshio.standalone.run.ChildRun;

/**
 * The processes of `docker-compose.yml` by hand, each with the file that it has there but for
 * addresses and folders: three brokers, the registry, a process for each role, and a second server
 * that comes later.
 */
class CompositionIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);
  private static final String KEY = "the officer's own secret";
  private static final String STOCK = "values?indicator=venture.stock&group=JP&period=FY2009";

  @TempDir Path temp;
  private final HttpClient client = HttpClient.newHttpClient();
  private Brokers brokers;
  private ApicurioProcess registry;

  @Test
  void shouldRunAsComposedAndLoseNoReaderWithAServer() throws Exception {
    try (Brokers three = Brokers.start(temp);
        ApicurioProcess apicurio = ApicurioProcess.start()) {
      brokers = three;
      registry = apicurio;
      int first = Brokers.freePort();
      int second = Brokers.freePort();
      int ofStreams = Brokers.freePort();
      int ofIngest = Brokers.freePort();
      try (ChildRun streams = child("streams", ofStreams);
          ChildRun ingest = child("ingest", ofIngest);
          ChildRun one = child("serve", first)) {
        URI server = URI.create("http://localhost:" + first);
        awaitTables(server, List.of(streams, ingest, one));
        shouldLetOnlyTheOfficerAcknowledge(server);
        shouldShow(ofStreams, "kafka_stream_", "kuroshio_lag_records", "jvm_memory_used_bytes");
        shouldShow(ofIngest, "kafka_connect_", "kuroshio_ingest_", "jvm_memory_used_bytes");
        try (ChildRun other = child("serve", second)) {
          URI later = URI.create("http://localhost:" + second);
          awaitReady(later, other);
          shouldAnswerTheSame(server, later);
          shouldLoseNoReader(one, server, later);
          assertThat(other.terminate()).as(other.lastLines()).isZero();
        }
        assertThat(ingest.terminate()).as(ingest.lastLines()).isZero();
        assertThat(streams.terminate()).as(streams.lastLines()).isZero();
        shouldLogInJson(temp.resolve("state-streams/logs/kuroshio.log"));
        assertThat(ingest.log() + streams.log() + one.log()).doesNotContain(KEY);
      }
    }
  }

  private void awaitTables(URI server, List<ChildRun> processes) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .failFast(() -> shouldLive(processes))
        .until(
            () ->
                get(server, "/api/v1/" + STOCK).contains("\"value\":1773,")
                    && get(server, "/health/ready") != null);
  }

  private void shouldShow(int port, String... meters) throws Exception {
    URI process = URI.create("http://127.0.0.1:" + port);
    assertThat(get(process, "/metrics")).contains(meters);
  }

  private static void shouldLogInJson(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      assertThat(MAPPER.readTree(line).get("level").asText()).as(line).isNotEmpty();
    }
  }

  private static void shouldLive(List<ChildRun> processes) throws IOException {
    for (ChildRun process : processes) {
      assertThat(process.isAlive()).as(process.isAlive() ? "" : process.lastLines()).isTrue();
    }
  }

  private void awaitReady(URI server, ChildRun process) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .failFast(() -> shouldLive(List.of(process)))
        .until(() -> get(server, "/health/ready") != null);
  }

  private void shouldLetOnlyTheOfficerAcknowledge(URI server) throws Exception {
    // one that pends may still prove to be nothing, and can't be acknowledged
    String firing = "/api/v1/alerts?state=FIRING";
    await()
        .atMost(PATIENCE)
        .until(() -> MAPPER.readTree(get(server, firing)).get("total").asInt() >= 3);
    JsonNode alert = MAPPER.readTree(get(server, firing)).at("/alerts/0");
    URI address = server.resolve("/api/v1/alerts/" + alert.get("id").asText() + "/ack");
    HttpRequest.Builder ack =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"why\": \"seen\"}"));

    assertThat(client.send(ack.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
    shouldAskAPersonForAKey(server.resolve("/signin"));
    HttpResponse<String> taken =
        client.send(ack.header("X-API-Key", KEY).build(), HttpResponse.BodyHandlers.ofString());

    assertThat(taken.statusCode()).as(taken.body()).isBetween(200, 299);
    await()
        .atMost(PATIENCE)
        .until(() -> get(server, "/api/v1/alerts").contains("\"state\":\"ACKNOWLEDGED\""));
  }

  private void shouldAskAPersonForAKey(URI signIn) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(signIn);
    HttpResponse<String> asked = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    String password = Base64.getEncoder().encodeToString(("sato:" + KEY).getBytes(UTF_8));
    HttpResponse<String> known =
        client.send(
            request.header("Authorization", "Basic " + password).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(asked.statusCode()).isEqualTo(401);
    assertThat(asked.headers().firstValue("WWW-Authenticate")).get().asString().contains("Basic");
    assertThat(known.statusCode()).isEqualTo(303);
    assertThat(known.headers().firstValue("Location")).contains("./?view=alerts");
  }

  private void shouldAnswerTheSame(URI one, URI other) {
    for (String address :
        List.of(
            "indicators",
            "values?indicator=venture.stock,venture.share_of_country,venture.rank&group=JP-KANTO11&period=FY2007",
            "values?facet=environment&group=JP&period=latest",
            "explain?indicator=venture.share_of_country&group=JP-KANTO11&region=JP-KANTO11&period=FY2007&depth=1",
            "milestones?group=JP",
            "alerts",
            "quality",
            "rejected")) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(get(other, "/api/v1/" + address))
                      .as(address)
                      .isEqualTo(get(one, "/api/v1/" + address)));
    }
  }

  private void shouldLoseNoReader(ChildRun dying, URI server, URI other) throws Exception {
    RegistryIds ids = new RegistryIds(RegistrySettings.of(registry.base()));
    Topics topics =
        Topics.of(ids, new TopicSettings("", TopicSettings.DEFAULT.eventPartitions(), (short) 3));
    try (EventPublisher publisher = new EventPublisher(brokers.here("kafka-1:9092"), topics, ids);
        StreamReader reader =
            new StreamReader(List.of(server, other), "indicator=venture.stock&group=JP")) {
      // Given
      await().atMost(PATIENCE).until(() -> !reader.told().isEmpty());
      publish(publisher, "JP-01");
      await().atMost(PATIENCE).until(() -> "1".equals(reader.values().get("JP-01 FY2009")));

      // When
      publish(publisher, "JP-02");
      dying.kill();
      long killed = System.nanoTime();
      publish(publisher, "JP-03");

      // Then
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> reader.told().stream().anyMatch(cut -> cut.by().equals(other)));
      List<StreamReader.Told> before =
          reader.told().stream().takeWhile(cut -> !cut.by().equals(other)).toList();
      StreamReader.Told back = reader.told().get(before.size());
      assertThat(Duration.ofNanos(back.nanos() - killed)).isLessThan(LONGEST_SILENCE);
      long known = before.get(before.size() - 1).sequence();
      assertThat(back.resumed() || back.sequence() == known + 1)
          .as("told what was missed since cut %d, if anything was: %s", known, back)
          .isTrue();
      publish(publisher, "JP-04");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(reader.values())
                      .containsEntry("JP-02 FY2009", "1")
                      .containsEntry("JP-03 FY2009", "1")
                      .containsEntry("JP-04 FY2009", "1")
                      .containsEntry("JP FY2009", "1777"));
      assertThat(reader.told())
          .extracting(StreamReader.Told::sequence)
          .isSorted()
          .doesNotHaveDuplicates();
      for (JsonNode cell : MAPPER.readTree(get(other, "/api/v1/" + STOCK)).get("values")) {
        String told = reader.values().get(cell.get("region").asText() + " FY2009");
        assertThat(told == null || told.equals(cell.get("value").asText())).as("%s", cell).isTrue();
      }
    }
  }

  private static void publish(EventPublisher publisher, String region) {
    VentureFixture venture =
        Events.venture("composed:venture:" + region).region(region).foundedOn("2009-06-01");
    publisher.publish(
        new KeyedEvent(EventStream.VENTURES, venture.key(), Optional.of(venture.build())),
        Instant.now());
    publisher.flush();
  }

  /** The body of a good answer. */
  private String get(URI server, String address) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.resolve(address)).timeout(Duration.ofSeconds(30)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(address + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /**
   * @param port where a server answers
   */
  private ChildRun child(String role, int port) throws IOException {
    String instance = role.equals("serve") ? role + "-" + port : role;
    String text =
        brokers
            .here(Files.readString(Composition.ROOT.resolve("deploy/kuroshio/" + role + ".yaml")))
            .replace("http://registry:8080/apis/ccompat/v7", registry.base().toString())
            .replace("/var/lib/kuroshio", temp.resolve("state-" + instance).toString())
            .replace("/input/", Composition.ROOT.resolve("examples").toString() + "/")
            .replace("host: ingest", "host: 127.0.0.1")
            .replace("port: 8083", "port: 0")
            .replace("host: 0.0.0.0", "host: 127.0.0.1")
            .replaceFirst("port: (8080|9464)", "port: " + port);
    Path config = Files.writeString(temp.resolve(instance + ".yaml"), text);
    return ChildRun.start(
        config,
        temp.resolve(instance + ".log"),
        Map.of("KUROSHIO_OPERATOR_KEY", KEY, "KUROSHIO_LOG_FORMAT", "json"),
        "--roles",
        role);
  }
}
