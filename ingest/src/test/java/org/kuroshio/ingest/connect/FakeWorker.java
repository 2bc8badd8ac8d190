package org.kuroshio.ingest.connect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * Runs one task as Connect does, which is not: poll, then commit. Records are acknowledged some
 * polls after they were given, and offsets are stored later still, only up to what was
 * acknowledged. Killing it loses what was not stored.
 */
final class FakeWorker implements SourceTaskContext, OffsetStorageReader {
  private static final int ACKNOWLEDGED_AFTER_POLLS = 2;
  private static final int STORED_EVERY_POLLS = 5;

  /** Survives the worker. */
  final Map<Map<String, ?>, Map<String, ?>> stored;

  final List<SourceRecord> written = new ArrayList<>();

  private final SourceTask task;
  private final Deque<List<SourceRecord>> underWay = new ArrayDeque<>();
  private final Map<Map<String, ?>, Map<String, ?>> acknowledged = new HashMap<>();
  private final Map<String, Long> ends = new TreeMap<>();
  private Map<String, String> config;
  private int polls;
  private boolean forgetful;

  FakeWorker(Map<Map<String, ?>, Map<String, ?>> stored) {
    this(new FileSourceTask(), stored);
  }

  FakeWorker(SourceTask task, Map<Map<String, ?>, Map<String, ?>> stored) {
    this.task = task;
    this.stored = stored;
  }

  /** Of what was written, all but words on how it is doing. */
  List<SourceRecord> facts() {
    return written.stream()
        .filter(record -> !record.topic().equals("innovation.source-status"))
        .toList();
  }

  /** For more records than a test has memory. */
  void keepNothing() {
    forgetful = true;
  }

  void start(Map<String, String> taskConfig) {
    config = taskConfig;
    task.initialize(this);
    task.start(taskConfig);
  }

  /** False if the task had nothing to say. */
  boolean poll() throws InterruptedException {
    List<SourceRecord> records = task.poll();
    polls++;
    underWay.add(records == null ? List.of() : records);
    if (underWay.size() > ACKNOWLEDGED_AFTER_POLLS) {
      acknowledge(underWay.remove());
    }
    if (polls % STORED_EVERY_POLLS == 0) {
      store();
    }
    return records != null;
  }

  private void acknowledge(List<SourceRecord> records) {
    for (SourceRecord record : records) {
      if (!forgetful) {
        written.add(record);
      }
      long offset = ends.merge(record.topic(), 1L, Long::sum) - 1;
      TopicPartition partition = new TopicPartition(record.topic(), 0);
      tell(() -> task.commitRecord(record, new RecordMetadata(partition, offset, 0, 0, 0, 0)));
      acknowledged.put(record.sourcePartition(), record.sourceOffset());
    }
  }

  private void store() {
    stored.putAll(acknowledged);
    acknowledged.clear();
    tell(task::commit);
  }

  private interface Telling {
    void tell() throws InterruptedException;
  }

  private static void tell(Telling telling) {
    try {
      telling.tell();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void acknowledgeAll() {
    while (!underWay.isEmpty()) {
      acknowledge(underWay.remove());
    }
  }

  /** As in a clean stop: everything is acknowledged and stored. */
  void stop() {
    task.stop();
    acknowledgeAll();
    stored.putAll(acknowledged);
  }

  /** What Kafka has and what is stored stays; nothing more is said to the task. */
  void kill() {
    while (!underWay.isEmpty()) {
      written.addAll(underWay.remove());
    }
    task.stop();
  }

  @Override
  public Map<String, String> configs() {
    return config;
  }

  @Override
  public OffsetStorageReader offsetStorageReader() {
    return this;
  }

  @Override
  public PluginMetrics pluginMetrics() {
    throw new UnsupportedOperationException("the task keeps meters of its own");
  }

  @Override
  public <T> Map<String, Object> offset(Map<String, T> partition) {
    return offsets(List.of(partition)).get(partition);
  }

  @Override
  public <T> Map<Map<String, T>, Map<String, Object>> offsets(
      Collection<Map<String, T>> partitions) {
    Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
    for (Map<String, T> partition : partitions) {
      Map<String, ?> offset = stored.get(partition);
      found.put(partition, offset == null ? null : new HashMap<>(offset));
    }
    return found;
  }
}
