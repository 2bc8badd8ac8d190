package org.kuroshio.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * How far each partition was restored: a store learns what it restored, but not up to which offset.
 * Safe for many threads; registered with every Streams client that asks it.
 */
public final class RestoredOffsets implements StateRestoreListener {
  private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

  /** The offset after the last restored record; 0 where nothing was restored. */
  public long through(String topic, int partition) {
    return next.getOrDefault(new TopicPartition(topic, partition), 0L);
  }

  @Override
  public void onRestoreStart(
      TopicPartition partition, String store, long startingOffset, long endingOffset) {
    next.put(partition, startingOffset);
  }

  @Override
  public void onBatchRestored(
      TopicPartition partition, String store, long batchEndOffset, long numRestored) {
    next.merge(partition, batchEndOffset + 1, Math::max);
  }

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long totalRestored) {
    // the last batch said how far it went
  }
}
