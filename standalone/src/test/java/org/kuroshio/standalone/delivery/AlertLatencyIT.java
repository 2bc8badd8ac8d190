package org.kuroshio.standalone.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.alert.rule.RuleSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.entity.KeyedEvent;
import org.kuroshio.schemas.fixture.EventFixture;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.program.MilestoneStatus;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.schemas.yaml.YamlTree;
import org.kuroshio.serve.delivery.Delivery;
import org.kuroshio.serve.delivery.settings.DeliveryReader;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;
import org.kuroshio.standalone.publish.EventPublisher;
import org.kuroshio.standalone.role.AlertsRole;
import org.kuroshio.standalone.role.StreamsRole;
import org.kuroshio.streams.PipelineSettings;

/**
 * From an event's way into Kafka until Alertmanager shows what is to be said of it: through both
 * hops, the detectors, the lifecycle and delivery, all in this process, and a real Alertmanager.
 */
class AlertLatencyIT {
  private static final Duration BETWEEN_EVENTS = Duration.ofMillis(100);
  private static final int MILESTONES = 100;
  private static final int PREFECTURES = 47;

  private static final String RULES =
      """
      rules:
        - id: latency.first_company
          severity: info
          titles: { en: First company, ja: 最初の法人, zh: 首家企业 }
          description: A prefecture has its first company.
          test: level
          indicator: company.created
          group: JP
          period: TD
          above: 1
          message: { en: "{name} has {value}", ja: "{name}：{value}", zh: "{name}：{value}" }
      """;

  private static final String CHANNELS =
      """
      channels:
        - name: pager
          alertmanager: { urls: ["%s"] }
          select: { rules: [milestone.missed, latency.first_company] }
          pace: { messages: 1000 }
      """;

  @TempDir private Path temp;

  private final Map<String, Long> published = new ConcurrentHashMap<>();
  private final Map<String, Long> shown = new ConcurrentHashMap<>();

  @Test
  void shouldReachAlertmanagerWithinTwoSecondsOfTheEvent() throws Exception {
    SchemaIds ids = new BundledIds();
    Topics topics = Topics.of(ids);
    try (DataDirectory directory = DataDirectory.openOrCreate(temp.resolve("data"), "test");
        EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, failure -> {});
        Alertmanager alertmanager = new Alertmanager(Files.createDirectory(temp.resolve("am")))) {
      Cluster cluster = Cluster.open(broker.bootstrapServers());
      try (Admin admin = cluster.admin()) {
        new TopicCheck(admin).ensure(topics);
      }
      alertmanager.start();
      PipelineSettings settings = settings(broker, directory, topics, ids);
      try (StreamsRole streams = StreamsRole.start(settings);
          AlertsRole alerts = AlertsRole.start(settings, rules(settings), AlertLatencyIT::today);
          Delivery delivery =
              Delivery.start(
                  new DeliveryReader(reference -> reference)
                      .read(
                          YamlTree.parse("delivery.yaml", CHANNELS.formatted(alertmanager.url()))
                              .asMap()),
                  topics,
                  cluster,
                  "",
                  new SimpleMeterRegistry());
          EventPublisher publisher = new EventPublisher(broker.bootstrapServers(), topics, ids)) {
        publish(publisher, EventStream.PROGRAMS, "first", missed("first"));
        untilShown(alertmanager, 1);
        published.clear();
        shown.clear();

        // When
        try (Paced paced = new Paced()) {
          paced.each(
              MILESTONES, i -> publish(publisher, EventStream.PROGRAMS, "m" + i, missed("m" + i)));
          untilShown(alertmanager, MILESTONES);
        }
        Delays ofMilestones = Delays.between(published, shown);
        published.clear();
        shown.clear();
        try (Paced paced = new Paced()) {
          paced.each(
              PREFECTURES,
              i -> {
                String region = "JP-%02d".formatted(i + 1);
                publish(publisher, EventStream.VENTURES, region, company(region));
              });
          untilShown(alertmanager, PREFECTURES);
        }
        Delays ofTables = Delays.between(published, shown);

        // Then
        System.out.println("event published -> Alertmanager shows it");
        System.out.println("  milestone missed       " + ofMilestones);
        System.out.println("  level of a cell passed " + ofTables);
        assertThat(ofMilestones.millis(99)).isLessThan(2_000);
        assertThat(ofTables.millis(99)).isLessThan(2_000);
        assertThat(streams.failure()).isEmpty();
        assertThat(alerts.failure()).isEmpty();
      }
    }
  }

  private static PipelineSettings settings(
      EmbeddedBroker broker, DataDirectory directory, Topics topics, SchemaIds ids) {
    Regions regions = Regions.shipped();
    Catalogue catalogue = CatalogueFiles.shipped(List.of(), regions);
    return new PipelineSettings(
        broker.bootstrapServers(),
        Map.of(),
        directory.streams(),
        "",
        "local",
        2,
        Duration.ofMillis(250),
        Duration.ofMillis(100),
        Clock.systemUTC(),
        topics,
        ids,
        catalogue,
        regions);
  }

  private RuleSet rules(PipelineSettings settings) throws Exception {
    Path file = Files.writeString(temp.resolve("rules.yaml"), RULES);
    return new AlertRules(settings.catalogue(), settings.regions()).with(List.of(file));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static EventFixture<?, ?> missed(String id) {
    return Events.milestone(id)
        .due(today().minusDays(3).toString())
        .status(MilestoneStatus.MISSED)
        .publishedAt(Instant.now().toString());
  }

  private static EventFixture<?, ?> company(String region) {
    return Events.registryChange(region).region(region);
  }

  private void publish(
      EventPublisher publisher, EventStream stream, String id, EventFixture<?, ?> event) {
    published.put(id, System.nanoTime());
    publisher.publish(new KeyedEvent(stream, id, Optional.of(event.build())), Instant.now());
  }

  /** Looks every 20 ms and notes when each alert was seen first. */
  private void untilShown(Alertmanager alertmanager, int count) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> {
              alertmanager
                  .alerts()
                  .forEach(
                      alert -> {
                        String subject = alert.path("labels").path("subject").asText();
                        published.keySet().stream()
                            .filter(id -> List.of(subject.split("[|]", -1)).contains(id))
                            .forEach(id -> shown.putIfAbsent(id, System.nanoTime()));
                      });
              return shown.size() == count;
            });
  }

  /** Calls at a steady pace, on a thread of its own. */
  private static final class Paced implements AutoCloseable {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    void each(int count, java.util.function.IntConsumer call) {
      IntStream.range(0, count)
          .forEach(
              i ->
                  executor.schedule(
                      () -> call.accept(i), i * BETWEEN_EVENTS.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
      executor.shutdownNow();
    }
  }
}
