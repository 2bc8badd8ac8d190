package org.kuroshio.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.kuroshio.ingest.progress.LoadProgress;

/**
 * Real days of the register, dealt over tasks. As the order of events makes no difference to a
 * table (law 1), equal events are equal tables.
 */
@Tag("real-samples")
@EnabledIf("samplesAreThere")
class ParallelDaysTest {
  private static final Path DAYS = Path.of("../../shared/samples/nta-diff");

  @Test
  void shouldPublishByThreeTasksWhatOnePublishes() throws Exception {
    List<List<String>> one = read(1);
    List<List<String>> three = read(3);

    assertThat(three).as("tasks with something to say").hasSize(3).noneMatch(List::isEmpty);
    assertThat(three.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(one.get(0));
    // seven days, each vouched for once for both indicators
    assertThat(one.get(0)).hasSize(18_320 + 14);
  }

  /** What each task wrote: topic, key and time of every record. */
  private static List<List<String>> read(int tasks) throws InterruptedException {
    String run = UUID.randomUUID().toString();
    FileSourceConnector connector = new FileSourceConnector();
    connector.start(
        new FileSourceSettings("nta-diff", List.of(DAYS.toString()), "", "", run, tasks).toMap());
    Map<Map<String, ?>, Map<String, ?>> stored = new HashMap<>();
    List<FakeWorker> workers = new ArrayList<>();
    for (Map<String, String> config : connector.taskConfigs(tasks)) {
      FakeWorker worker = new FakeWorker(stored);
      worker.start(config);
      workers.add(worker);
    }
    Instant patience = Instant.now().plus(Duration.ofSeconds(60));
    while (!LoadProgress.of(run).finished()) {
      for (FakeWorker worker : workers) {
        worker.poll();
      }
      assertThat(Instant.now()).isBefore(patience);
    }
    workers.forEach(FakeWorker::stop);
    LoadProgress.forget(run);
    return workers.stream()
        .map(worker -> worker.facts().stream().map(ParallelDaysTest::shown).toList())
        .toList();
  }

  private static String shown(SourceRecord record) {
    return Stream.of(record.topic(), record.key(), record.timestamp())
        .map(String::valueOf)
        .toList()
        .toString();
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(DAYS);
  }
}
