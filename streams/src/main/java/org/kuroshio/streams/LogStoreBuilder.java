package org.kuroshio.streams;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds stores whose log is their source topic: never cached, never with a changelog of their own.
 */
public final class LogStoreBuilder<S extends StateStore> implements StoreBuilder<S> {
  private final String name;
  private final Supplier<S> stores;

  public LogStoreBuilder(String name, Supplier<S> stores) {
    this.name = name;
    this.stores = stores;
  }

  @Override
  public StoreBuilder<S> withCachingEnabled() {
    throw new UnsupportedOperationException("a cache would hide all but the last offset of a key");
  }

  @Override
  public StoreBuilder<S> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<S> withLoggingEnabled(Map<String, String> config) {
    throw new UnsupportedOperationException("the source topic is the log");
  }

  @Override
  public StoreBuilder<S> withLoggingDisabled() {
    return this;
  }

  @Override
  public S build() {
    return stores.get();
  }

  @Override
  public Map<String, String> logConfig() {
    return Map.of();
  }

  @Override
  public boolean loggingEnabled() {
    return false;
  }

  @Override
  public String name() {
    return name;
  }
}
