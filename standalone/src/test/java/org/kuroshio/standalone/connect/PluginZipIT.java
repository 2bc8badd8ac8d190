package org.kuroshio.standalone.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.RegisterFileGenerator;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;

/**
 * The zip in the plugin path of Kafka's own Connect worker, which has nothing of ours on its class
 * path: what an operator does through its REST interface, step by step.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PluginZipIT {
  private static final String CONNECTOR = "org.kuroshio.ingest.connect.FileSourceConnector";
  private static final int ROWS = 3_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Topics topics = Topics.of(new BundledIds());
  private DataDirectory directory;
  private EmbeddedBroker broker;
  private PlainWorker worker;
  private Path input;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    directory = DataDirectory.openOrCreate(temp.resolve("broker"), "test");
    broker = EmbeddedBroker.start(directory, 0, failure -> {});
    try (Admin admin = Cluster.open(broker.bootstrapServers()).admin()) {
      new TopicCheck(admin).ensure(topics);
    }
    input = Files.createDirectory(temp.resolve("input"));
    new RegisterFileGenerator(9).write(input, ROWS, 2);
    worker = PlainWorker.start(temp, broker.bootstrapServers());
    await()
        .ignoreExceptions()
        .atMost(PATIENCE)
        .until(() -> get("/connector-plugins").statusCode() == 200);
  }

  @AfterAll
  void stop() throws InterruptedException {
    if (worker != null) {
      worker.close();
    }
    broker.close();
    directory.close();
  }

  @Test
  @Order(1)
  void shouldBeFoundInThePluginPath() throws Exception {
    JsonNode plugins = body(get("/connector-plugins"));

    assertThat(plugins.findValuesAsText("class")).contains(CONNECTOR);
  }

  @Test
  @Order(2)
  void shouldAnswerWithOneErrorForEachWrongKey() throws Exception {
    Map<String, String> wrong = settings();
    wrong.put("kuroshio.source", "nta-dif");
    wrong.put("kuroshio.batch.records", "many");
    wrong.put("kuroshio.taks", "3");

    JsonNode answer =
        body(put("/connector-plugins/FileSourceConnector/config/validate", object(wrong)));

    Map<String, JsonNode> errors = new TreeMap<>();
    answer
        .get("configs")
        .forEach(
            config -> {
              if (!config.at("/value/errors").isEmpty()) {
                errors.put(config.at("/value/name").asText(), config.at("/value/errors"));
              }
            });
    assertThat(errors)
        .containsOnlyKeys("kuroshio.source", "kuroshio.batch.records", "kuroshio.taks");
    assertThat(errors.values()).allSatisfy(messages -> assertThat(messages).hasSize(1));
    assertThat(errors.get("kuroshio.source").get(0).asText()).contains("did you mean 'nta-diff'?");
    assertThat(answer.get("error_count").asInt()).isEqualTo(3);
  }

  @Test
  @Order(3)
  void shouldPublishExactlyOnceAndTellItsOffsets() throws Exception {
    assertThat(put("/connectors/register/config", object(settings())).statusCode()).isEqualTo(201);

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(offsets()).hasSize(2));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(offsets())
                    .allSatisfy(o -> assertThat(o.at("/offset/complete").asBoolean()).isTrue()));
    assertThat(offsets()).extracting(o -> o.at("/offset/records").asInt()).containsOnly(ROWS / 2);
  }

  @Test
  @Order(4)
  void shouldPauseAndResume() throws Exception {
    put("/connectors/register/pause", "");
    awaitState("PAUSED");

    put("/connectors/register/resume", "");
    awaitState("RUNNING");
  }

  @Test
  @Order(5)
  void shouldReadAgainWhatItsOffsetsSayIsUnread() throws Exception {
    // Given
    long before = end(topics.ventures());
    put("/connectors/register/stop", "");
    awaitConnector("STOPPED");
    JsonNode one = offsets().get(0);
    ObjectNode altered = one.deepCopy();
    ((ObjectNode) altered.get("offset")).put("records", -3);
    assertThat(patch(offsetsOf(altered)).statusCode()).as("a malformed offset").isEqualTo(500);
    assertThat(offsets()).contains(one);

    // When
    ((ObjectNode) altered.get("offset")).put("records", ROWS / 2 - 100).put("complete", false);
    assertThat(patch(offsetsOf(altered)).statusCode()).isEqualTo(200);
    put("/connectors/register/resume", "");

    // Then
    awaitState("RUNNING");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(end(topics.ventures())).isGreaterThanOrEqualTo(before + 90));
    assertThat(end(topics.ventures())).isLessThan(before + 300);
  }

  @Test
  @Order(6)
  void shouldStartAgainAfterAFailure() throws Exception {
    // Given an input that is away for a moment
    Path away = input.resolveSibling("away");
    Files.move(input, away);
    post("/connectors/register/restart?includeTasks=true");
    awaitConnector("FAILED");

    // When
    Files.move(away, input);
    post("/connectors/register/restart?includeTasks=true");

    // Then
    awaitState("RUNNING");
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("name", "register");
    settings.put("connector.class", CONNECTOR);
    settings.put("tasks.max", "2");
    settings.put("exactly.once.support", "required");
    settings.put("kuroshio.source", "nta-diff");
    settings.put("kuroshio.input", input.toString());
    return settings;
  }

  private void awaitState(String state) {
    await()
        .ignoreExceptions()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode status = body(get("/connectors/register/status"));
              assertThat(status.at("/connector/state").asText()).isEqualTo(state);
              assertThat(status.get("tasks").findValuesAsText("state"))
                  .hasSize(2)
                  .containsOnly(state);
            });
  }

  private void awaitConnector(String state) {
    await()
        .ignoreExceptions()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(body(get("/connectors/register/status")).at("/connector/state").asText())
                    .isEqualTo(state));
  }

  /** Of files; a task's own status has a position too, of no record. */
  private List<JsonNode> offsets() throws IOException, InterruptedException {
    JsonNode offsets = body(get("/connectors/register/offsets")).path("offsets");
    List<JsonNode> all = new ArrayList<>();
    offsets.forEach(
        one -> {
          if (one.at("/offset/records").asInt() > 0) {
            all.add(one);
          }
        });
    return all;
  }

  private String offsetsOf(JsonNode one) {
    ObjectNode request = json.createObjectNode();
    request.putArray("offsets").add(one);
    return request.toString();
  }

  private long end(Topic<?> topic) throws Exception {
    try (Admin admin = Cluster.open(broker.bootstrapServers()).admin()) {
      long sum = 0;
      for (int i = 0; i < topic.partitions(); i++) {
        TopicPartition partition = new TopicPartition(topic.name(), i);
        sum +=
            admin
                .listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
      }
      return sum;
    }
  }

  private String object(Map<String, String> settings) throws IOException {
    return json.writeValueAsString(settings);
  }

  private JsonNode body(HttpResponse<String> answer) throws IOException {
    return json.readTree(answer.body());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  private HttpResponse<String> put(String path, String body)
      throws IOException, InterruptedException {
    return send("PUT", path, body);
  }

  private HttpResponse<String> patch(String body) throws IOException, InterruptedException {
    return send("PATCH", "/connectors/register/offsets", body);
  }

  private HttpResponse<String> post(String path) throws IOException, InterruptedException {
    return send("POST", path, "");
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(worker.address() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
