package org.kuroshio.standalone.connect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** One number per poll. */
public final class CountingTask extends SourceTask {
  private static final Map<String, String> PARTITION = Map.of("source", "numbers");

  private final CountDownLatch stopped = new CountDownLatch(1);
  private String topic;
  private int until;
  private int failAt;
  private long next;

  @Override
  public void start(Map<String, String> properties) {
    topic = properties.get(CountingConnector.TOPIC);
    until = Integer.parseInt(properties.get(CountingConnector.UNTIL));
    failAt = Integer.parseInt(properties.getOrDefault(CountingConnector.FAIL_AT, "-1"));
    Map<String, Object> last = context.offsetStorageReader().offset(PARTITION);
    next = last == null ? 1 : (Long) last.get("number") + 1;
  }

  @Override
  public List<SourceRecord> poll() throws InterruptedException {
    if (next == failAt) {
      throw new IllegalStateException("number " + failAt + " is unlucky");
    }
    if (next > until) {
      stopped.await(100, TimeUnit.MILLISECONDS);
      return null;
    }
    byte[] value = Long.toString(next).getBytes(StandardCharsets.UTF_8);
    SourceRecord record =
        new SourceRecord(
            PARTITION,
            Map.of("number", next),
            topic,
            Schema.STRING_SCHEMA,
            "n",
            Schema.BYTES_SCHEMA,
            value);
    next++;
    return List.of(record);
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public String version() {
    return "test";
  }
}
