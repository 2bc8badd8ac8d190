package org.kuroshio.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.engine.ReadPosition;
import org.kuroshio.ingest.fixture.RegisterFileGenerator;
import org.kuroshio.ingest.fixture.RegisterFiles;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.ingest.progress.LoadProgress;
import org.kuroshio.ingest.progress.TopicSlice;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.Frames;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;

class FileSourceTaskTest {
  private static final int ROWS = 5_000;

  @TempDir Path folder;
  private final String run = UUID.randomUUID().toString();
  private final Map<Map<String, ?>, Map<String, ?>> stored = new HashMap<>();
  private final List<FakeWorker> workers = new ArrayList<>();

  @AfterEach
  void stopAll() {
    workers.forEach(FakeWorker::kill);
    LoadProgress.forget(run);
  }

  private List<Map<String, String>> configs(String source, int tasks) {
    FileSourceConnector connector = new FileSourceConnector();
    Map<String, String> config =
        new HashMap<>(
            new FileSourceSettings(source, List.of(folder.toString()), "", "", run, tasks).toMap());
    config.put(FileSourceConfig.BATCH, "100");
    connector.start(config);
    return connector.taskConfigs(tasks);
  }

  private FakeWorker start(Map<String, String> config) {
    FakeWorker worker = new FakeWorker(stored);
    workers.add(worker);
    worker.start(config);
    return worker;
  }

  private LoadProgress progress() {
    return LoadProgress.of(run);
  }

  private static void runToEnd(FakeWorker worker, LoadProgress progress) throws Exception {
    Instant patience = Instant.now().plus(Duration.ofSeconds(60));
    while (!progress.finished()) {
      worker.poll();
      assertThat(Instant.now()).isBefore(patience);
    }
  }

  private static List<String> keys(FakeWorker worker) {
    return worker.facts().stream().map(record -> (String) record.key()).toList();
  }

  @Test
  void shouldFinishWhenKafkaHasEverything() throws Exception {
    RegisterFiles files = new RegisterFileGenerator(1).write(folder, ROWS, 2);
    FakeWorker worker = start(configs("nta-diff", 1).get(0));

    runToEnd(worker, progress());

    LoadCounts counts = progress().counts();
    assertThat(counts.published()).isEqualTo(files.rows());
    assertThat(counts.addUp()).isTrue();
    assertThat(counts.filesFound()).isEqualTo(2);
    assertThat(counts.filesDone()).isEqualTo(2);
    assertThat(counts.bytesDone()).isEqualTo(counts.bytesTotal());
    assertThat(progress().publishedThrough())
        .containsEntry(new TopicSlice("innovation.ventures", 0), files.rows())
        .containsEntry(new TopicSlice("innovation.reference", 0), 4L);
  }

  @Test
  void shouldSayHowItIsDoing() throws Exception {
    SourceFiles data = new SourceFiles(folder);
    data.text("a.jsonl", "{oops\n{\"entityId\":\"x\",\"op\":\"FORGET\",\"stream\":\"ventures\"}\n");
    FakeWorker worker = start(configs("events", 1).get(0));

    runToEnd(worker, progress());

    SourceStatus last = last(worker);
    assertThat(last.getState()).isEqualTo(SourceState.DONE);
    assertThat(last.getSlice()).isEmpty();
    assertThat(last.getRead()).isEqualTo(2);
    assertThat(last.getPublished()).isEqualTo(1);
    assertThat(last.getRejected()).isEqualTo(Map.of("broken-json", 1L));
    assertThat(last.getLastSuccessAt()).isEqualTo(last.getAt());
    assertThat(stored.keySet())
        .as("a position that an operator could store too")
        .allSatisfy(p -> ContentPartition.check(p, ReadPosition.START.toMap()));
  }

  private static List<SourceStatus> statuses(FakeWorker worker) {
    try (var serde = Frames.serde(new BundledIds(), List.of(SourceStatus.class))) {
      return worker.written.stream()
          .filter(record -> record.topic().equals("innovation.source-status"))
          .map(record -> serde.deserializer().deserialize(record.topic(), (byte[]) record.value()))
          .map(SourceStatus.class::cast)
          .toList();
    }
  }

  private static SourceStatus last(FakeWorker worker) {
    List<SourceStatus> all = statuses(worker);
    return all.get(all.size() - 1);
  }

  @Test
  void shouldLeaveThePartitionToTheKeyAndTheTimeToTheFact() throws Exception {
    new RegisterFileGenerator(1).write(folder, 10, 1);
    FakeWorker worker = start(configs("nta-diff", 1).get(0));

    runToEnd(worker, progress());

    SourceRecord record = worker.facts().get(0);
    assertThat(record.kafkaPartition()).isNull();
    assertThat(record.timestamp()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z").toEpochMilli());
    assertThat(record.value()).isInstanceOf(byte[].class);
    assertThat(record.sourcePartition().get("source")).isEqualTo("nta-diff");
    assertThat(record.sourcePartition()).hasSize(2);
  }

  @Test
  void shouldResumeAfterAKillWhereverItHappens() throws Exception {
    new RegisterFileGenerator(2).write(folder, ROWS, 3);
    Map<String, String> config = configs("nta-diff", 1).get(0);
    List<String> written = new ArrayList<>();
    for (int polls = 3; polls < 16; polls += 4) {
      FakeWorker worker = start(config);
      for (int i = 0; i < polls; i++) {
        worker.poll();
      }
      worker.kill();
      written.addAll(keys(worker));
    }

    FakeWorker last = start(config);
    runToEnd(last, progress());

    written.addAll(keys(last));
    assertThat(new TreeSet<>(written)).hasSize(ROWS + 2 * 3);
    LoadCounts counts = progress().counts();
    assertThat(counts.read()).isEqualTo(ROWS);
    assertThat(counts.known()).isPositive();
    assertThat(counts.addUp()).isTrue();
  }

  @Test
  void shouldPublishNothingTheSecondTimeUnlessToldTo() throws Exception {
    new RegisterFileGenerator(3).write(folder, 500, 2);
    Map<String, String> config = configs("nta-diff", 1).get(0);
    FakeWorker first = start(config);
    runToEnd(first, progress());
    first.stop();

    FakeWorker second = start(config);
    runToEnd(second, progress());

    assertThat(second.facts()).isEmpty();
    assertThat(progress().counts().known()).isEqualTo(500);
    Map<String, String> again = new HashMap<>(config);
    again.put(FileSourceConfig.RETRY_EVERYTHING, "true");
    FakeWorker third = start(again);
    runToEnd(third, progress());
    assertThat(keys(third)).hasSameElementsAs(keys(first));
  }

  @Test
  void shouldDivideFilesOverTasks() throws Exception {
    new RegisterFileGenerator(4).write(folder, 600, 6);
    List<Map<String, String>> configs = configs("nta-diff", 4);
    List<FakeWorker> tasks = configs.stream().map(this::start).toList();
    Instant patience = Instant.now().plus(Duration.ofSeconds(60));

    while (!progress().finished()) {
      for (FakeWorker task : tasks) {
        task.poll();
      }
      assertThat(Instant.now()).isBefore(patience);
    }

    List<String> written = tasks.stream().flatMap(task -> keys(task).stream()).toList();
    assertThat(tasks).hasSize(4);
    assertThat(tasks)
        .extracting(task -> last(task).getSlice())
        .containsExactly("task-0", "task-1", "task-2", "task-3");
    assertThat(written).hasSize(600 + 2 * 6).doesNotHaveDuplicates();
    assertThat(progress().counts().filesFound()).isEqualTo(6);
  }

  @Test
  void shouldIdleWithoutEndAndStopAtOnce() throws Exception {
    new RegisterFileGenerator(5).write(folder, 10, 1);
    FakeWorker worker = start(configs("nta-diff", 1).get(0));
    runToEnd(worker, progress());

    assertThat(worker.poll()).isFalse();
    assertThat(worker.poll()).isFalse();
    Instant before = Instant.now();
    worker.stop();

    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void shouldCountRejectionsAndNameSkippedFiles() throws Exception {
    SourceFiles data = new SourceFiles(folder);
    data.text("a.jsonl", "{oops\n{\"entityId\":\"x\",\"op\":\"FORGET\",\"stream\":\"ventures\"}\n");
    data.text("a.txt", "x");
    FakeWorker worker = start(configs("events", 1).get(0));

    runToEnd(worker, progress());

    LoadCounts counts = progress().counts();
    assertThat(counts.rejected()).isEqualTo(Map.of("broken-json", 1L));
    assertThat(counts.published()).isEqualTo(1);
    assertThat(counts.addUp()).isTrue();
    assertThat(progress().skippedFiles()).singleElement().asString().endsWith("a.txt");
    assertThat(worker.facts().get(0).topic()).isEqualTo("innovation.rejected");
    assertThat((String) worker.facts().get(0).key()).endsWith("a.jsonl|line 1");
  }

  @Test
  void shouldFailLoudlyWhenTheRegistryRefuses() throws Exception {
    new RegisterFileGenerator(6).write(folder, 10, 1);
    HttpServer registry = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    registry.createContext(
        "/",
        exchange -> {
          boolean status = exchange.getRequestURI().getPath().contains("source-status");
          byte[] answer = "{\"id\":7}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status ? 200 : 409, status ? answer.length : -1);
          if (status) {
            exchange.getResponseBody().write(answer);
          }
          exchange.close();
        });
    registry.start();
    try {
      Map<String, String> config = new HashMap<>(configs("nta-diff", 1).get(0));
      config.put(
          FileSourceConfig.REGISTRY, "http://localhost:" + registry.getAddress().getPort() + "/");
      FakeWorker worker = start(config);

      assertThatThrownBy(() -> runToEnd(worker, progress()))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("reading failed");
      worker.acknowledgeAll();
      assertThat(worker.facts()).isEmpty();
      assertThat(worker.written).as("words on how it is doing").isNotEmpty();
    } finally {
      registry.stop(0);
    }
  }
}
