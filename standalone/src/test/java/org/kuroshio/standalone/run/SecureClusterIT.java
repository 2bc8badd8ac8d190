package org.kuroshio.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.RegisterFileGenerator;
import org.kuroshio.ingest.fixture.RegisterFiles;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.TopicSettings;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.command.CommandLines;
import org.kuroshio.standalone.command.Surroundings;
import org.kuroshio.standalone.session.StopRequest;

/** A cluster with TLS, logins and access rules: what a dry run prints is enough, and is needed. */
class SecureClusterIT {
  private static final String PASSWORD = "pipeline-password";
  private static final String CREATED = "company.created|1||JP|TD||companies";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path temp;

  private record Result(int status, String out, String err) {}

  @Test
  void shouldRunWithExactlyTheRulesThatADryRunPrints() throws Exception {
    // Given
    Path input = Files.createDirectory(temp.resolve("input"));
    RegisterFiles register = new RegisterFileGenerator(3).write(input, 5_000, 1);
    Map<String, String> users = Map.of("admin", "admin-password", "kuroshio", PASSWORD);
    try (SecureBroker broker =
        SecureBroker.start(Files.createDirectory(temp.resolve("broker")), users)) {
      Path config = config(broker);
      Result refused = kuroshio("run", "--config", config.toString());
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err()).contains("the cluster refused to create region.innovation.");
      Result plan = kuroshio("run", "--config", config.toString(), "--dry-run");
      assertThat(plan.status()).as(plan.err()).isZero();
      assertThat(plan.out()).contains("create  region.innovation.programs", "create  nta-diff");
      List<AclBinding> rules = PrintedRules.of(plan.out());
      assertThat(rules).hasSizeGreaterThan(30);
      try (Admin admin = broker.cluster("admin", "admin-password").admin()) {
        assertThat(admin.listTopics().names().get())
            .as("a dry run changes nothing")
            .noneMatch(name -> name.startsWith("region."));
        admin.createAcls(rules).all().get();
      }
      CommittedEvents events =
          new CommittedEvents(
              broker.cluster("admin", "admin-password"),
              Topics.of(new BundledIds(), TopicSettings.DEFAULT.withPrefix("region.")));

      // When
      Path log = temp.resolve("run.log");
      try (ChildRun run = ChildRun.start(config, log)) {
        // Then
        BigDecimal expected = BigDecimal.valueOf(created(register));
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(
                () -> {
                  assertThat(run.isAlive()).as(run.lastLines()).isTrue();
                  List<BigDecimal> values = events.history(CREATED);
                  assertThat(values).as(run.lastLines()).isNotEmpty();
                  assertThat(values.get(values.size() - 1)).isEqualByComparingTo(expected);
                });
        Result now = kuroshio("run", "--config", config.toString(), "--dry-run");
        assertThat(now.status()).as(now.err()).isZero();
        assertThat(now.out()).contains("there   region.innovation.programs", "there   nta-diff");
        assertThat(run.terminate()).as(run.lastLines()).isZero();
        assertThat(run.log()).doesNotContain("AuthorizationException", PASSWORD);
      }
      assertThat(refused.err() + plan.out() + plan.err()).doesNotContain(PASSWORD);
    }
  }

  private static long created(RegisterFiles register) {
    return register.created().values().stream()
        .flatMap(byRegion -> byRegion.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private Path config(SecureBroker broker) throws IOException {
    Path secrets = temp.resolve("secrets.properties");
    Files.writeString(
        secrets, "kafka=%s\nstore=%s\n".formatted(PASSWORD, SecureBroker.STORE_PASSWORD));
    String login =
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"kuroshio\" password=\"${file:%s:kafka}\";"
            .formatted(secrets);
    return Files.writeString(
        temp.resolve("kuroshio.yaml"),
        Stream.of(
                "instance: one",
                "state: state",
                "kafka:",
                "  bootstrap: " + broker.bootstrapServers(),
                "  topic_prefix: region.",
                "  group_prefix: region-",
                "  client:",
                "    security.protocol: SASL_SSL",
                "    sasl.mechanism: PLAIN",
                "    sasl.jaas.config: '" + login + "'",
                "    ssl.truststore.location: " + broker.trustStore(),
                "    ssl.truststore.password: ${file:" + secrets + ":store}",
                "streams: { threads: 1, flush: PT0.2S }",
                "ingest:",
                "  sources:",
                "    nta-diff: { input: input }")
            .collect(Collectors.joining("\n")));
  }

  private static Result kuroshio(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        CommandLines.run(
            new Surroundings(printed(out), printed(err), false, StopRequest.never()), arguments);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printed(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
