package org.kuroshio.ingest.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.ingest.progress.LoadProgress;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.Frames;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.SourceStatus;

/** Runs the tasks of one HTTP source under fake workers, which keep Connect's timing. */
final class LiveWorker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  final List<FakeWorker> tasks = new ArrayList<>();
  private final String run;

  private LiveWorker(String run) {
    this.run = run;
  }

  /**
   * @param stored survives the worker
   */
  static LiveWorker start(
      String source, Map<Map<String, ?>, Map<String, ?>> stored, String run, int most) {
    return start(
        new HttpSourceSettings(source, Map.of(), "", "", run, most, true).toMap(), stored, run);
  }

  static LiveWorker start(
      Map<String, String> settings, Map<Map<String, ?>, Map<String, ?>> stored, String run) {
    HttpSourceConnector connector = new HttpSourceConnector();
    connector.start(settings);
    LiveWorker worker = new LiveWorker(run);
    for (Map<String, String> config :
        connector.taskConfigs(Integer.parseInt(settings.get("tasks.max")))) {
      FakeWorker task = new FakeWorker(new HttpSourceTask(), stored);
      worker.tasks.add(task);
      task.start(new HashMap<>(config));
    }
    return worker;
  }

  /** Polls every task once. */
  void poll() throws InterruptedException {
    for (FakeWorker task : tasks) {
      task.poll();
    }
  }

  LiveWorker toEnd() throws InterruptedException {
    Instant patience = Instant.now().plus(PATIENCE);
    while (!LoadProgress.of(run).finished()) {
      poll();
      if (Instant.now().isAfter(patience)) {
        throw new AssertionError("not finished: " + statuses());
      }
    }
    return this;
  }

  /** Polls until a status has an error. */
  SourceStatus toError() throws InterruptedException {
    Instant patience = Instant.now().plus(PATIENCE);
    while (true) {
      poll();
      tasks.forEach(FakeWorker::acknowledgeAll);
      for (SourceStatus status : statuses()) {
        if (status.getError() != null) {
          return status;
        }
      }
      if (Instant.now().isAfter(patience)) {
        throw new AssertionError("no error: " + statuses());
      }
    }
  }

  LoadCounts counts() {
    return LoadProgress.of(run).counts();
  }

  List<SourceRecord> written() {
    return tasks.stream().flatMap(task -> task.written.stream()).toList();
  }

  /** Keys of events, as often as they were written. */
  List<String> keys() {
    return written().stream()
        .filter(record -> record.topic().equals("innovation.reference"))
        .map(record -> (String) record.key())
        .toList();
  }

  List<Rejection> rejections() {
    return decoded("innovation.rejected", Rejection.class);
  }

  List<SourceStatus> statuses() {
    return decoded("innovation.source-status", SourceStatus.class);
  }

  private <T extends SpecificRecord> List<T> decoded(String topic, Class<T> type) {
    try (var serde = Frames.serde(new BundledIds(), List.of(type))) {
      return written().stream()
          .filter(record -> record.topic().equals(topic))
          .map(
              record -> type.cast(serde.deserializer().deserialize(topic, (byte[]) record.value())))
          .toList();
    }
  }

  void stop() {
    tasks.forEach(FakeWorker::stop);
  }

  @Override
  public void close() {
    tasks.forEach(FakeWorker::kill);
    LoadProgress.forget(run);
  }
}
