package org.kuroshio.standalone.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.schemas.yaml.YamlTree;
import org.kuroshio.serve.delivery.Delivery;
import org.kuroshio.serve.delivery.settings.DeliveryReader;
import org.kuroshio.serve.delivery.settings.DeliverySettings;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;

/** One broker for all; every test has alerts and channels of its own. */
class DeliveryIT {
  @TempDir static Path temp;

  private static final Topics TOPICS = Topics.of(new BundledIds());

  private static DataDirectory directory;
  private static EmbeddedBroker broker;
  private static KafkaProducer<String, Alert> producer;

  @BeforeAll
  static void startBroker() {
    directory = DataDirectory.openOrCreate(temp.resolve("data"), "test");
    broker = EmbeddedBroker.start(directory, 0, failure -> {});
    try (Admin admin = Admin.create(client())) {
      new TopicCheck(admin).ensure(TOPICS);
    }
    producer =
        new KafkaProducer<>(
            client(), new StringSerializer(), TOPICS.alerts().values().serializer());
  }

  @AfterAll
  static void stopBroker() {
    producer.close();
    broker.close();
    directory.close();
  }

  @Test
  void shouldTellAlertmanagerHowAlertsStand() throws Exception {
    try (Alertmanager alertmanager = started();
        Delivery delivery = pager("stand", alertmanager, "stand.*")) {
      Alert alert = fired("stand.one", 1);
      publish(alert);
      soon().until(() -> states(alertmanager), List.of("active")::equals);
      assertThat(alertmanager.alerts().get(0).path("labels").path("alertname").asText())
          .isEqualTo("stand.one");

      Instant until = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);
      publish(snoozed(alert, until));
      soon().until(() -> states(alertmanager), List.of("suppressed")::equals);
      assertThat(alertmanager.silences()).hasSize(1);
      assertThat(alertmanager.silences().get(0).path("createdBy").asText()).isEqualTo("sato");

      publish(resolved(alert));
      soon().until(() -> states(alertmanager), List::isEmpty);
      assertThat(alertmanager.silences().get(0).path("status").path("state").asText())
          .isEqualTo("expired");
    }
  }

  @Test
  void shouldTellAnAlertmanagerThatForgotEverythingAgain() throws Exception {
    try (Alertmanager alertmanager = started();
        Delivery delivery = pager("again", alertmanager, "again.*")) {
      publish(fired("again.one", 1));
      soon().until(() -> states(alertmanager), List.of("active")::equals);

      alertmanager.kill();
      publish(fired("again.two", 2));
      alertmanager.start();

      soon().until(() -> states(alertmanager), List.of("active", "active")::equals);
    }
  }

  @Test
  void shouldDeliverEachTransitionOnceOverRestartsAndFailures() throws Exception {
    try (Receiver receiver = new Receiver()) {
      List<String> expected = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        try (Delivery delivery = start(hook("once", receiver, "once.*"))) {
          if (round == 0) {
            // a channel begins where it was made
            await().atMost(Duration.ofSeconds(20)).until(() -> hasPlace("once"));
          }
          receiver.refuse(2);
          for (int i = 0; i < 5; i++) {
            Alert alert = fired("once.rule", 100 * round + i);
            publish(alert);
            expected.add(alert.getId() + ".1");
          }
          soon().untilAsserted(() -> assertThat(receiver.taken()).hasSameSizeAs(expected));
        }
        Alert between = fired("once.rule", 100 * round + 50);
        publish(between);
        expected.add(between.getId() + ".1");
      }
      try (Delivery delivery = start(hook("once", receiver, "once.*"))) {
        soon().untilAsserted(() -> assertThat(receiver.taken()).isEqualTo(expected));
      }
    }
  }

  @Test
  void shouldNotLetADeadChannelHoldUpTheOthers() throws Exception {
    GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mail.start();
    try (Receiver alive = new Receiver();
        Delivery delivery =
            start(
                """
                allow: [127.0.0.1]
                channels:
                  - name: dead-hook
                    webhook: { url: "http://127.0.0.1:1/" }
                    select: { rules: [dead.rule] }
                  - name: dead-pager
                    alertmanager: { urls: ["http://127.0.0.1:1"] }
                    select: { rules: [dead.rule] }
                  - name: alive-hook
                    webhook: { url: "%s" }
                    select: { rules: [dead.rule] }
                    pace: { gather: PT0S }
                  - name: alive-mail
                    mail: { host: 127.0.0.1, port: %d, security: none, from: kuroshio@example.org, to: officers@example.org }
                    select: { rules: [dead.rule] }
                    pace: { gather: PT0.1S }
                """
                    .formatted(alive.url(), mail.getSmtp().getPort()))) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> hasPlace("alive-hook") && hasPlace("alive-mail") && hasPlace("dead-hook"));

      publish(fired("dead.rule", 1));

      soon().untilAsserted(() -> assertThat(alive.taken()).hasSize(1));
      soon().untilAsserted(() -> assertThat(mail.getReceivedMessages()).hasSize(1));
    } finally {
      mail.stop();
    }
  }

  @Test
  void shouldReachAlertmanagerWithinTwoSeconds() throws Exception {
    List<Long> millis = new ArrayList<>();
    try (Alertmanager alertmanager = started();
        Delivery delivery = pager("quick", alertmanager, "quick.*")) {
      for (int i = 0; i < 60; i++) {
        int told = i + 1;
        long start = System.nanoTime();
        publish(fired("quick.rule", i));
        await()
            .pollInterval(Duration.ofMillis(5))
            .pollDelay(Duration.ZERO)
            .atMost(Duration.ofSeconds(30))
            .until(() -> alertmanager.alerts().size() == told);
        millis.add((System.nanoTime() - start) / 1_000_000);
      }
    }
    Delays delays = new Delays(millis.stream().sorted().toList());
    System.out.println("alert published -> Alertmanager shows it: " + delays);
    assertThat(delays.millis(90)).isLessThan(2_000);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
  }

  private static Alertmanager started() throws Exception {
    Alertmanager alertmanager = new Alertmanager(Files.createTempDirectory(temp, "alertmanager"));
    alertmanager.start();
    return alertmanager;
  }

  private static List<String> states(Alertmanager alertmanager) {
    return alertmanager.alerts().stream()
        .map(alert -> alert.path("status").path("state").asText())
        .toList();
  }

  private static Delivery pager(String name, Alertmanager alertmanager, String rules) {
    return start(
        """
        channels:
          - name: %s
            alertmanager: { urls: ["%s"], resend: PT1S }
            select: { rules: ["%s"] }
            pace: { first_pause: PT0.2S, longest_pause: PT1S }
        """
            .formatted(name, alertmanager.url(), rules));
  }

  private static String hook(String name, Receiver receiver, String rules) {
    return """
        allow: [127.0.0.1]
        channels:
          - name: %s
            webhook: { url: "%s" }
            select: { rules: ["%s"] }
            pace: { gather: PT0.1S, first_pause: PT0.1S, longest_pause: PT1S, messages: 1000 }
        """
        .formatted(name, receiver.url(), rules);
  }

  private static Delivery start(String yaml) {
    DeliverySettings settings =
        new DeliveryReader(reference -> reference)
            .read(YamlTree.parse("delivery.yaml", yaml).asMap());
    return Delivery.start(
        settings, TOPICS, Cluster.open(broker.bootstrapServers()), "", new SimpleMeterRegistry());
  }

  private static boolean hasPlace(String channel) throws Exception {
    try (Admin admin = Admin.create(client())) {
      return !admin
          .listConsumerGroupOffsets("kuroshio-delivery-" + channel)
          .partitionsToOffsetAndMetadata()
          .get()
          .isEmpty();
    }
  }

  private static void publish(Alert alert) throws Exception {
    String key = alert.getRule() + "|" + alert.getSubject();
    producer.send(new ProducerRecord<>(TOPICS.alerts().name(), key, alert)).get();
    producer.send(new ProducerRecord<>(TOPICS.alertHistory().name(), key, alert)).get();
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static Alert fired(String rule, int number) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return Alert.newBuilder()
        .setRule(rule)
        .setSubject("milestone:" + number)
        .setSeverity("warning")
        .setState(AlertState.FIRING)
        .setEpisode(1)
        .setTransition("FIRED")
        .setAt(now)
        .setSince(now)
        .setFiredAt(now)
        .setId("%s-%d-1".formatted(rule, number))
        .setNumber(1)
        .setSummary(Map.of("en", "Gate " + number + " is overdue"))
        .build();
  }

  private static Alert snoozed(Alert alert, Instant until) {
    return Alert.newBuilder(alert)
        .setBefore(alert.getState())
        .setState(AlertState.SNOOZED)
        .setTransition("SNOOZED")
        .setNumber(2)
        .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .setUntil(until)
        .setWho("sato")
        .setWhy("the board meets on Friday")
        .build();
  }

  private static Alert resolved(Alert alert) {
    return Alert.newBuilder(alert)
        .setBefore(AlertState.SNOOZED)
        .setState(AlertState.RESOLVED)
        .setTransition("RESOLVED")
        .setReason("CORRECTED")
        .setNumber(3)
        .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }
}
