package org.kuroshio.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.RawServer;
import org.kuroshio.ingest.fixture.RegisterFileGenerator;
import org.kuroshio.ingest.fixture.RegisterFiles;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;

/**
 * Two processes of one installation ask a server page by page; the one that asks is killed in the
 * middle of a day, and the other takes over.
 */
class LiveWorkersIT {
  private static final int ROWS = 16_000;
  private static final int PART = 2_000;

  /** Parts that the server gives before the kill. */
  private static final int PARTS_BEFORE = 4;

  private static final String CREATED = "company.created|1||JP|TD||companies";
  private static final String TASK_STARTED = "Source task finished initialization and start";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path temp;
  private final CountDownLatch killed = new CountDownLatch(1);
  private DataDirectory directory;
  private EmbeddedBroker broker;
  private CommittedEvents events;
  private RegisterFiles register;
  private RawServer server;
  private String day;
  private List<String> rows;

  @BeforeEach
  void start() throws IOException {
    directory = DataDirectory.openOrCreate(temp.resolve("broker"), "test");
    broker = EmbeddedBroker.start(directory, 0, failure -> {});
    events =
        new CommittedEvents(Cluster.open(broker.bootstrapServers()), Topics.of(new BundledIds()));
    register =
        new RegisterFileGenerator(9).write(Files.createDirectory(temp.resolve("day")), ROWS, 1);
    Path file = register.files().get(0);
    rows = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    // a day within the lookback, whose records are remembered
    day = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(1).toString();
    server = new RawServer((asked, out) -> RawServer.send(out, 200, "", answer(asked)));
  }

  @AfterEach
  void stop() throws IOException {
    killed.countDown();
    if (server != null) {
      server.close();
    }
    broker.close();
    directory.close();
  }

  /** As the register's Web-API answers, byte for byte what its files have. */
  private byte[] answer(RawServer.Asked asked) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean there = asked.param("from").equals(day);
    int part = Integer.parseInt(asked.param("divide"));
    String head = asked.param("from") + "," + (there ? ROWS : 0) + "," + part + ",1\n";
    body.write(head.getBytes(StandardCharsets.US_ASCII));
    if (there) {
      if (part > PARTS_BEFORE) {
        awaitKill();
      }
      for (String row :
          rows.subList(Math.min(ROWS, (part - 1) * PART), Math.min(ROWS, part * PART))) {
        body.write((row + "\n").getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return body.toByteArray();
  }

  private void awaitKill() throws IOException {
    try {
      if (!killed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("nobody was killed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldLoseAndRepeatNothingWhenTheOneThatAsksIsKilled() throws Exception {
    try (ChildRun first = child("first");
        ChildRun second = child("second")) {
      // Given one of them asks, and a part of the day has been published
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(first.log() + second.log()).containsOnlyOnce(TASK_STARTED));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(events.ventureOffsets()).isPositive());
      boolean firstAsks = first.log().contains(TASK_STARTED);
      ChildRun other = firstAsks ? second : first;

      // When
      (firstAsks ? first : second).kill();
      int before = events.ventures().size();
      killed.countDown();

      // Then
      assertThat(before).as("in the middle of the day").isPositive().isLessThan(ROWS);
      events.awaitLast(CREATED, created(), other, PATIENCE);
      Map<String, Integer> published = events.ventures();
      assertThat(published.size()).as("events that are committed").isEqualTo(ROWS);
      assertThat(published.values()).containsOnly(1);
      assertThat(other.terminate()).as(other.lastLines()).isZero();
    }
  }

  private long created() {
    return register.created().values().stream()
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
                "    nta-api:",
                "      tasks: 1",
                "      settings:",
                "        kuroshio.batch.records: 300",
                "        kuroshio.setting.base: " + server.address(),
                "        kuroshio.setting.start: " + day,
                "        kuroshio.setting.perSecond: 1000")
            .collect(Collectors.joining("\n")));
    return ChildRun.start(
        config, temp.resolve(instance + ".log"), Map.of("KUROSHIO_NTA_API_ID", "K0000000000ab"));
  }
}
