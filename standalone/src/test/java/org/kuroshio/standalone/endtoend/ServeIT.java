package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.Serve;
import org.kuroshio.serve.ServeSettings;
import org.kuroshio.serve.access.AccessSettings;
import org.kuroshio.serve.access.ApiKey;
import org.kuroshio.serve.access.Role;
import org.kuroshio.serve.http.HttpSettings;
import org.kuroshio.serve.metric.MetricSettings;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.session.Session;

/** Two servers over the paper's tables, on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServeIT {
  private static final String SECRET = "only the operator knows";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CELL = "indicator=venture.stock&group=JP-KANTO11&period=FY2007";

  private final HttpClient client = HttpClient.newHttpClient();
  private Session session;
  private Serve open;
  private Serve closed;

  @BeforeAll
  void serveThePaper(@TempDir Path temp) {
    Kuroshio kuroshio = new Kuroshio(temp.resolve("data"));
    assertThat(kuroshio.load("paper").status()).isZero();
    DataDirectory directory = DataDirectory.openExisting(kuroshio.data(), "test");
    session = Session.open(directory, 0, Logs.start(false), fault -> {});
    BundledIds ids = new BundledIds();
    try (Admin admin = Cluster.open(session.bootstrapServers()).admin()) {
      new TopicCheck(admin).ensure(Topics.of(ids));
    }
    open = Serve.start(settings(AccessSettings.LOCAL));
    closed =
        Serve.start(
            settings(
                new AccessSettings(
                    List.of(ApiKey.of("ann", Role.OPERATOR, SECRET)),
                    Optional.empty(),
                    Optional.empty())));
    for (Serve server : List.of(open, closed)) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200));
    }
  }

  private ServeSettings settings(AccessSettings access) {
    BundledIds ids = new BundledIds();
    return new ServeSettings(
        Cluster.open(session.bootstrapServers()),
        Topics.of(ids),
        ids,
        CatalogueFiles.shipped(List.of()),
        Regions.shipped(),
        HttpSettings.local(0),
        access,
        MetricSettings.DEFAULT,
        Clock.systemUTC(),
        "test",
        false);
  }

  @AfterAll
  void stop() {
    for (AutoCloseable part : List.of(closed, open, session)) {
      try {
        part.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "About, about",
    "Indicators, indicators",
    "Regions, regions?lang=ja",
    "Values, values?indicator=venture.stock&group=JP-KANTO11&period=FY2007",
    "Values, values?facet=environment&group=JP&period=latest&limit=7",
    "ValueTable, values?indicator=venture.rank&group=JP-KANTO11&period=FY2007&shape=table",
    "ValueSeries, values?indicator=venture.stock&group=JP&from=FY2003&to=FY2007&shape=series",
    "Explained,"
        + " explain?indicator=venture.share_of_country&group=JP-KANTO11&region=JP-KANTO11&period=FY2007&depth=1",
    "Difference, diff?from=first&to=latest&indicator=venture.stock&limit=3",
    "Cuts, cuts",
    "Changes, changes",
    "Alerts, alerts",
    "Milestones, milestones?group=JP",
    "Sources, sources",
    "Rejected, rejected",
    "Quality, quality",
  })
  void shouldAnswerAsDescribedAndFromEitherServerTheSame(String schema, String address)
      throws Exception {
    String body = get(open, "/api/v1/" + address).body();
    JsonNode description = MAPPER.readTree(get(open, "/openapi.json").body());
    ObjectNode wanted = MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + schema);
    wanted.set("components", description.get("components"));

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(wanted)
                .validate(MAPPER.readTree(body)))
        .as(body.substring(0, Math.min(2000, body.length())))
        .isEmpty();
    if (!schema.equals("About")) {
      assertThat(get(closed, "/api/v1/" + address).body()).isEqualTo(body);
    }
  }

  @Test
  void shouldCountAsThePaperDoes() throws Exception {
    JsonNode values = MAPPER.readTree(get(open, "/api/v1/values?" + CELL).body()).get("values");

    assertThat(values).filteredOn(v -> v.get("region").asText().equals("JP-13")).hasSize(1);
    assertThat(values.get(values.size() - 1).get("value").asInt()).isEqualTo(744);
    assertThat(get(open, "/api/v1/values?format=csv&" + CELL).body())
        .contains(",JP-KANTO11,JP-KANTO11,")
        .contains(",744,744,");
  }

  @ParameterizedTest
  @CsvSource({
    "404, unknown-indicator, /api/v1/values?indicator=venture.stok&group=JP&period=FY2007",
    "404, unknown-region, /api/v1/values?indicator=venture.stock&group=JP-99&period=FY2007",
    "400, bad-question, /api/v1/values?indicator=venture.stock&group=JP&period=FY07",
    "400, bad-question, /api/v1/values?indicator=venture.stock&group=JP&period=0002-01..9998-12",
    "400, bad-question, /api/v1/values?indicator=venture.stock&group=JP&perod=FY2007",
    "404, unknown-cut,"
        + " /api/v1/values?indicator=venture.stock&group=JP&period=FY2007&as_of=0123456789abcdef",
    "400, bad-question, /api/v1/stream?last_event_id=%3Cscript%3E",
    "404, not-found, /api/v1/nothing",
    "404, not-found, /nothing.html",
  })
  void shouldSayWhatIsWrong(int status, String word, String address) throws Exception {
    HttpResponse<String> response = get(open, address);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(MAPPER.readTree(response.body()).get("type").asText())
        .isEqualTo("urn:kuroshio:problem:" + word);
  }

  @Test
  void shouldSendNothingThatTheCallerHas() throws Exception {
    String tag = get(open, "/api/v1/values?" + CELL).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        client.send(
            request(closed, "/api/v1/values?" + CELL).header("If-None-Match", tag).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PENDING, 409", "FIRING, 202", "SNOOZED, 202", "RESOLVED, 409"})
  void shouldTakeCommandsOnlyForAnAlertThatFires(AlertState state, int status) throws Exception {
    String id = "of-" + state;
    Alert alert =
        Alert.newBuilder()
            .setRule("milestone.overdue")
            .setSubject("milestone:" + state)
            .setSeverity("warning")
            .setState(state)
            .setEpisode(1)
            .setTransition(state.name())
            .setAt(Instant.EPOCH)
            .setSince(Instant.EPOCH)
            .setId(id)
            .setNumber(1)
            .build();
    Topics topics = Topics.of(new BundledIds());
    try (KafkaProducer<String, Alert> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", session.bootstrapServers()),
            new StringSerializer(),
            topics.alerts().values().serializer())) {
      producer.send(new ProducerRecord<>(topics.alerts().name(), id, alert)).get();
    }
    Awaitility.await().until(() -> get(closed, "/api/v1/alerts").body().contains(id));

    HttpResponse<String> answer =
        client.send(
            request(closed, "/api/v1/alerts/" + id + "/ack")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"why\": \"seen\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status == 409) {
      assertThat(answer.body()).contains("alert-not-firing", state.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void shouldAskWhoCalls() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(closed.address().resolve("/api/v1/cuts")).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self'"));
    assertThat(response.body()).doesNotContain(SECRET);
  }

  @Test
  void shouldTellAReaderWhereTheTablesAre() throws Exception {
    HttpResponse<InputStream> stream =
        client.send(
            request(open, "/api/v1/stream?indicator=venture.stock").build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.lines().filter(line -> line.startsWith("id: ")).findFirst())
          .hasValueSatisfying(id -> assertThat(id).matches("id: \\d+-[0-9a-f]{16}"));
    }
  }

  @Test
  void shouldMeasureWhatItServes() throws Exception {
    assertThat(get(open, "/metrics").body())
        .contains(
            "innovation_indicator_value{indicator=\"venture.stock\",period=\"latest\",region=\"JP-KANTO11\"}"
                + " 744.0")
        .contains("jvm_memory_used_bytes")
        .contains("kafka_consumer_");
  }

  private HttpResponse<String> get(Serve server, String address) throws Exception {
    return client.send(request(server, address).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A key that a server does not know is refused, also where anybody may ask without one. */
  private HttpRequest.Builder request(Serve server, String address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(address)).timeout(Duration.ofSeconds(60));
    return server == closed ? request.header("X-API-Key", SECRET) : request;
  }
}
