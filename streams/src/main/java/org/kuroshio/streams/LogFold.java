package org.kuroshio.streams;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Something in memory that a topic is folded into: restored by folding its records again, in the
 * way in which they are processed.
 *
 * @param <T> what it is folded into
 * @param <V> the topic's values
 */
public final class LogFold<T, V> implements StateStore {
  /** Takes one record. */
  public interface Step<T, V> {
    /**
     * @param value null where the key is dropped
     */
    void take(T content, String key, V value);
  }

  private final String name;
  private final String topic;
  private final Deserializer<V> values;
  private final Supplier<T> fresh;
  private final Step<T, V> step;
  private T content;

  private LogFold(
      String name, String topic, Deserializer<V> values, Supplier<T> fresh, Step<T, V> step) {
    this.name = name;
    this.topic = topic;
    this.values = values;
    this.fresh = fresh;
    this.step = step;
  }

  public static <T, V> StoreBuilder<LogFold<T, V>> builder(
      String name, String topic, Deserializer<V> values, Supplier<T> fresh, Step<T, V> step) {
    return new LogStoreBuilder<>(name, () -> new LogFold<>(name, topic, values, fresh, step));
  }

  /** The processor that folds each record into the store of that name. */
  public static <T, V> Processor<String, V, Void, Void> updater(String store) {
    return new ContextualProcessor<>() {
      @Override
      public void process(Record<String, V> record) {
        LogFold<T, V> fold = context().getStateStore(store);
        fold.step.take(fold.content, record.key(), record.value());
      }
    };
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    content = fresh.get();
    context.register(
        root,
        (key, value) ->
            step.take(
                content,
                new String(key, StandardCharsets.UTF_8),
                values.deserialize(topic, value)));
  }

  /** As restored and processed so far; another object after each restore. */
  public T content() {
    return content;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void close() {
    content = null;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return content != null;
  }
}
