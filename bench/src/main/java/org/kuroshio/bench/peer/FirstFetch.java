package org.kuroshio.bench.peer;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tells on standard output when this process got its first events: there its time begins. */
public final class FirstFetch implements ConsumerInterceptor<Object, Object> {
  public static final String LINE = "first-fetch";

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  /** For consumers that are polled by hand. */
  public static void tell() {
    if (!TOLD.get() && TOLD.compareAndSet(false, true)) {
      System.out.println(LINE);
    }
  }

  @Override
  public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
    if (!records.isEmpty()) {
      tell();
    }
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    // only what is fetched counts
  }

  @Override
  public void close() {
    // nothing is held
  }

  @Override
  public void configure(Map<String, ?> settings) {
    // nothing to set
  }
}
