package org.kuroshio.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.RegisterFileGenerator;
import org.kuroshio.ingest.fixture.RegisterFiles;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;

/**
 * Two processes of one installation: one is killed in the middle of a file, the other takes over;
 * then one is stopped, and the first, started again, takes over from it.
 */
class WorkersIT {
  private static final long ROWS = 45_000;
  private static final int DAYS = 3;
  private static final String CREATED = "company.created|1||JP|TD||companies";
  private static final String TASK_STARTED = "Source task finished initialization and start";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path temp;
  private DataDirectory directory;
  private EmbeddedBroker broker;
  private CommittedEvents events;
  private Path input;
  private RegisterFiles register;

  @BeforeEach
  void start() throws IOException {
    directory = DataDirectory.openOrCreate(temp.resolve("broker"), "test");
    broker = EmbeddedBroker.start(directory, 0, failure -> {});
    events =
        new CommittedEvents(Cluster.open(broker.bootstrapServers()), Topics.of(new BundledIds()));
    input = Files.createDirectory(temp.resolve("input"));
    register =
        new RegisterFileGenerator(5).write(Files.createDirectory(temp.resolve("days")), ROWS, DAYS);
  }

  @AfterEach
  void stop() {
    broker.close();
    directory.close();
  }

  @Test
  void shouldLoseAndRepeatNothingWhenAProcessIsKilledOrStopped() throws Exception {
    publish(0);
    publish(1);
    try (ChildRun first = child("first");
        ChildRun second = child("second")) {
      // Given both have a task, and a part of the files is read
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(first.log()).contains(TASK_STARTED);
                assertThat(second.log()).contains(TASK_STARTED);
              });
      long before = events.ventureOffsets();
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(events.ventureOffsets()).isGreaterThan(before + 1_000));

      // When
      first.kill();

      // Then
      assertThat((long) events.ventures().size())
          .as("in the middle of the files")
          .isLessThan(rows(2));
      awaitCreated(2, second);
      assertExactlyOnce(2);

      // When the first is back, a day is added, and the second is stopped
      publish(2);
      try (ChildRun again = child("first")) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(again.log()).contains("Joined group"));
        assertThat(second.terminate()).as(second.lastLines()).isZero();
        awaitCreated(3, again);
        assertThat(again.terminate()).as(again.lastLines()).isZero();
      }
      assertExactlyOnce(3);
      assertThat(second.log())
          .containsPattern(
              "\\d events to sum, [\\d,]+ sums to publish \\| nta-diff running, 2 tasks");
      assertThat(events.history(CREATED)).isSorted();
    }
  }

  private void awaitCreated(int days, ChildRun running) {
    events.awaitLast(CREATED, created(days), running, PATIENCE);
  }

  private void assertExactlyOnce(int days) {
    Map<String, Integer> ventures = events.ventures();
    assertThat(ventures.values().stream().filter(count -> count > 1).count())
        .as("events that stand there twice")
        .isZero();
    assertThat((long) ventures.size()).isGreaterThanOrEqualTo(rows(days));
  }

  private void publish(int day) throws IOException {
    Path file = register.files().get(day);
    Files.move(file, input.resolve(file.getFileName()));
  }

  private static long rows(int days) {
    return ROWS * days / DAYS;
  }

  private long created(int days) {
    return register.created().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(days)
        .map(Map.Entry::getValue)
        .flatMap(byRegion -> byRegion.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private ChildRun child(String instance) throws IOException {
    Path config = temp.resolve(instance + ".yaml");
    Files.writeString(
        config,
        Stream.of(
                "instance: " + instance,
                "state: state-" + instance,
                "kafka:",
                "  bootstrap: " + broker.bootstrapServers(),
                "streams: { threads: 1, flush: PT0.2S, commit: PT0.1S }",
                "ingest:",
                "  sources:",
                "    nta-diff:",
                "      input: input",
                "      tasks: 2",
                "      settings: { kuroshio.batch.records: 200 }")
            .collect(Collectors.joining("\n")));
    return ChildRun.start(config, temp.resolve(instance + ".log"));
  }
}
