package org.kuroshio.standalone.connect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.connector.policy.ConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.connector.policy.NoneConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.AbstractStatus;
import org.apache.kafka.connect.runtime.ConnectorConfig;
import org.apache.kafka.connect.runtime.Worker;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.storage.Converter;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.role.Lookout;
import org.kuroshio.standalone.role.Role;

/**
 * Connect's standalone worker and herder, without the HTTP server that usually stands in front:
 * whoever could reach it could start any connector. Positions are flushed every second and once
 * more when it is closed.
 */
public final class ConnectWorker implements Role {
  private static final int LONGEST_CALL_SECONDS = 60;
  private static final String POSITIONS = "offsets";
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final String WORKER = "standalone";

  private final StandaloneHerder herder;
  private final Set<String> connectors = new ConcurrentSkipListSet<>();

  private ConnectWorker(StandaloneHerder herder) {
    this.herder = herder;
  }

  /**
   * @param bootstrapServers of a broker that is up
   * @param directory where positions are kept; it exists
   */
  public static ConnectWorker start(String bootstrapServers, Path directory) {
    return start(settings(bootstrapServers, directory.resolve(POSITIONS)));
  }

  /**
   * A worker for sinks, which read committed records only.
   *
   * @param bootstrapServers of a broker that is up
   * @param directory as {@link #start(String, Path)}, and not that of a worker for sources
   * @param pluginPath folders of plugins, separated by commas; what is in one is loaded apart from
   *     us and from the others
   */
  public static ConnectWorker startSinks(
      String bootstrapServers, Path directory, String pluginPath) {
    Map<String, String> settings =
        new HashMap<>(settings(bootstrapServers, directory.resolve(POSITIONS)));
    settings.put(WorkerConfig.PLUGIN_PATH_CONFIG, pluginPath);
    settings.put("consumer.isolation.level", "read_committed");
    // a database takes many rows at once far faster than few
    settings.put("consumer.max.poll.records", "20000");
    settings.put("consumer.max.partition.fetch.bytes", String.valueOf(8 << 20));
    return start(settings);
  }

  private static ConnectWorker start(Map<String, String> settings) {
    Plugins plugins = new Plugins(settings);
    plugins.compareAndSwapWithDelegatingLoader();
    StandaloneConfig config = new StandaloneConfig(settings);
    Converter keys =
        plugins.newInternalConverter(
            true, JsonConverter.class.getName(), Map.of("schemas.enable", "false"));
    PositionsFile store =
        new PositionsFile(
            Path.of(settings.get(StandaloneConfig.OFFSET_STORAGE_FILE_FILENAME_CONFIG)), keys);
    store.configure(config);
    ConnectorClientConfigOverridePolicy overrides = new NoneConnectorClientConfigOverridePolicy();
    Worker worker = new Worker(WORKER, Time.SYSTEM, plugins, config, store, overrides);
    StandaloneHerder herder = new StandaloneHerder(worker, config.kafkaClusterId(), overrides);
    herder.start();
    return new ConnectWorker(herder);
  }

  /**
   * Starts a connector; returns when its tasks are started.
   *
   * @throws Failure if Connect or the connector refuses the settings, with its words
   */
  public void run(String name, Map<String, String> settings) {
    Map<String, String> named = new HashMap<>(settings);
    named.put(ConnectorConfig.NAME_CONFIG, name);
    CompletableFuture<Void> started = new CompletableFuture<>();
    herder.putConnectorConfig(
        name,
        named,
        true,
        (error, created) -> {
          if (error == null) {
            started.complete(null);
          } else {
            started.completeExceptionally(error);
          }
        });
    try {
      started.get(LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
      connectors.add(name);
    } catch (ExecutionException e) {
      throw new Failure(Trace.reason(e.getCause()), e.getCause());
    } catch (TimeoutException e) {
      throw new Failure(
          "the connector %s did not start within %d s".formatted(name, LONGEST_CALL_SECONDS), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while the connector " + name + " was starting", e);
    }
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public Optional<Failure> failure() {
    return connectors.stream()
        .flatMap(name -> failure(name).map(why -> new Failure(name + " stopped: " + why)).stream())
        .findFirst();
  }

  /**
   * Looks for tasks that failed and starts them again, after ever longer pauses.
   *
   * @param first the pause after a first failure; each further one is twice as long
   */
  public Lookout mend(Duration first, Duration longest) {
    FailedTasks failed = new FailedTasks(herder, WORKER, first, longest);
    return Lookout.every(LOOK, "kuroshio-connect", () -> failed.restart(connectors));
  }

  /** Why the connector or the first of its tasks failed; empty while all is well. */
  public Optional<String> failure(String name) {
    ConnectorStateInfo info = herder.connectorStatus(name);
    return Stream.concat(Stream.of(info.connector()), info.tasks().stream())
        .filter(state -> AbstractStatus.State.FAILED.name().equals(state.state()))
        .map(state -> Trace.reason(state.trace()))
        .findFirst();
  }

  /** Stops the connectors, waits for what they sent to be acknowledged and keeps the positions. */
  @Override
  public void close() {
    herder.stop();
  }

  private static Map<String, String> settings(String bootstrapServers, Path positions) {
    return Map.of(
        WorkerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        WorkerConfig.KEY_CONVERTER_CLASS_CONFIG,
        "org.apache.kafka.connect.storage.StringConverter",
        WorkerConfig.VALUE_CONVERTER_CLASS_CONFIG,
        "org.apache.kafka.connect.converters.ByteArrayConverter",
        WorkerConfig.OFFSET_COMMIT_INTERVAL_MS_CONFIG,
        "1000",
        WorkerConfig.PLUGIN_DISCOVERY_CONFIG,
        "service_load",
        WorkerConfig.METRIC_REPORTER_CLASSES_CONFIG,
        ConnectMeters.class.getName(),
        StandaloneConfig.OFFSET_STORAGE_FILE_FILENAME_CONFIG,
        positions.toString(),
        // events come in thousands a second, most of them alike
        "producer.compression.type",
        "lz4",
        "producer.linger.ms",
        "20");
  }
}
