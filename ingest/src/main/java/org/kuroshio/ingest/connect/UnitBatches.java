package org.kuroshio.ingest.connect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.kuroshio.ingest.cursor.UnitPosition;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.live.UnitSink;
import org.kuroshio.ingest.memory.RecordMemory;
import org.kuroshio.ingest.message.Message;

/**
 * Makes Connect's records of what one unit brings. The last record of a bucket in a batch carries
 * the bucket's new content, those before it the old one, so that a batch makes no more texts than
 * it has buckets. Used by the reading thread.
 */
final class UnitBatches implements UnitSink {
  private final TaskUnit unit;
  private final String source;
  private final RecordMemory memory;
  private final Framing framing;
  private final int batchRecords;
  private final ReadAhead.Out<LiveBatch> out;
  private final Map<Integer, Map<String, Object>> stored = new HashMap<>();
  private final Map<Integer, Map<String, String>> partitions = new HashMap<>();
  private final Map<String, String> unremembered;
  private List<Waiting> waiting = new ArrayList<>();
  private int messages;

  private record Waiting(Step step, List<Message> messages, Optional<Integer> bucket) {}

  UnitBatches(
      TaskUnit unit,
      String source,
      RecordMemory memory,
      Framing framing,
      int batchRecords,
      ReadAhead.Out<LiveBatch> out) {
    this.unit = unit;
    this.source = source;
    this.memory = memory;
    this.framing = framing;
    this.batchRecords = batchRecords;
    this.out = out;
    this.unremembered = LivePartition.records(source, unit.name()).toMap();
  }

  @Override
  public void step(Step step, Optional<LocalDate> rememberUntil) throws InterruptedException {
    Optional<Integer> bucket =
        rememberUntil.map(until -> memory.remember(step.key(), step.sha256(), until));
    List<Message> made = framing.of(step);
    waiting.add(new Waiting(step, made, bucket));
    messages += made.size();
    if (messages >= batchRecords) {
      give(Optional.empty());
    }
  }

  @Override
  public void reached(UnitPosition position) throws InterruptedException {
    give(Optional.of(position));
  }

  private void give(Optional<UnitPosition> position) throws InterruptedException {
    Delivery delivery = new Delivery(unit, position, messages);
    List<SourceRecord> records = new ArrayList<>(messages);
    Map<Integer, Integer> last = new HashMap<>();
    for (int i = 0; i < waiting.size(); i++) {
      int at = i;
      waiting.get(i).bucket().ifPresent(bucket -> last.put(bucket, at));
    }
    for (int i = 0; i < waiting.size(); i++) {
      add(records, waiting.get(i), last, i, delivery);
    }
    waiting = new ArrayList<>();
    messages = 0;
    out.give(new LiveBatch(records, delivery));
  }

  private void add(
      List<SourceRecord> records,
      Waiting of,
      Map<Integer, Integer> last,
      int index,
      Delivery delivery) {
    int end = of.messages().size() - 1;
    for (int i = 0; i <= end; i++) {
      Map<String, ?> partition = unremembered;
      Map<String, Object> offset = LivePartition.RECORDS;
      if (of.bucket().isPresent()) {
        int bucket = of.bucket().get();
        partition = partition(bucket);
        if (i == end && last.get(bucket) == index) {
          stored.put(bucket, LivePartition.memoryOffset(memory, bucket));
        }
        offset = stored.computeIfAbsent(bucket, UnitBatches::empty);
      }
      Step ended = i == end ? of.step() : null;
      records.add(new LiveRecord(partition, offset, of.messages().get(i), ended, delivery));
    }
  }

  /**
   * What was stored before, of a bucket that this task found empty or full, is told by the task.
   */
  void found(int bucket, Map<String, Object> offset) {
    stored.put(bucket, offset);
  }

  private static Map<String, Object> empty(int bucket) {
    return LivePartition.memoryOffset(new RecordMemory(), bucket);
  }

  private Map<String, String> partition(int bucket) {
    return partitions.computeIfAbsent(
        bucket, number -> LivePartition.memory(source, unit.name(), number).toMap());
  }
}
