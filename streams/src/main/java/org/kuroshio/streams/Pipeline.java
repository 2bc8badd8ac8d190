package org.kuroshio.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.kuroshio.streams.entity.EntityCells;
import org.kuroshio.streams.region.RegionTables;
import org.kuroshio.streams.region.TablesTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both hops, running. A fault in either ends both, and is handed to whoever asks {@link #failure}:
 * a pipeline that stands still must not look healthy.
 */
public final class Pipeline implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  /** The consumer group of hop 1, behind the installation's prefix. */
  public static final String ENTITY_CELLS = "kuroshio-entity-cells";

  /** The consumer group of hop 2. */
  public static final String REGION_TABLES = "kuroshio-region-tables";

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final PipelineSettings settings;
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final CountDownLatch running = new CountDownLatch(2);
  private final List<KafkaStreams> hops;

  private Pipeline(PipelineSettings settings) {
    this.settings = settings;
    RestoredOffsets events = new RestoredOffsets();
    RestoredOffsets sums = new RestoredOffsets();
    Backlog backlog = new Backlog();
    Topology entityCells =
        new EntityCells(
                settings.topics(),
                settings.ids(),
                settings.catalogue(),
                settings.regions(),
                settings.flushInterval(),
                events,
                backlog,
                settings.clock())
            .get();
    TablesTopic tables = new TablesTopic(settings.topics(), consumerSettings());
    Topology regionTables =
        new RegionTables(
                settings.topics(),
                settings.catalogue(),
                settings.regions(),
                settings.flushInterval(),
                tables,
                sums,
                settings.clock())
            .get();
    this.hops =
        List.of(
            hop(entityCells, ENTITY_CELLS, settings.threads(), events),
            hop(regionTables, REGION_TABLES, 1, sums));
    backlog.of(hops.get(0)::metrics);
  }

  /** Starts both hops and returns at once. */
  public static Pipeline start(PipelineSettings settings) {
    Pipeline pipeline = new Pipeline(settings);
    pipeline.hops.forEach(KafkaStreams::start);
    return pipeline;
  }

  /** Completes with the cause when either hop fails; never completes otherwise. */
  public CompletableFuture<Throwable> failure() {
    return failure;
  }

  /**
   * Waits until both hops have restored their state and process events.
   *
   * @return false if that took longer
   */
  public boolean awaitRunning(Duration atMost) throws InterruptedException {
    return running.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Stops both hops, entity cells first, and leaves their groups so that the next start waits for
   * nobody.
   */
  @Override
  public void close() {
    CloseOptions options =
        CloseOptions.timeout(CLOSE_WITHIN)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    for (KafkaStreams hop : hops) {
      if (!hop.close(options)) {
        LOG.atWarn()
            .addKeyValue("within", CLOSE_WITHIN)
            .log("a hop did not stop in time; its transaction will be aborted");
      }
    }
  }

  private KafkaStreams hop(
      Topology topology, String application, int threads, RestoredOffsets restored) {
    KafkaStreams streams =
        new KafkaStreams(topology, new StreamsConfig(streamsSettings(application, threads)));
    streams.setGlobalStateRestoreListener(restored);
    streams.setUncaughtExceptionHandler(
        fault -> {
          LOG.atError().setCause(fault).addKeyValue("application", application).log("a hop failed");
          failure.complete(fault);
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          }
        });
    return streams;
  }

  private Map<String, Object> streamsSettings(String application, int threads) {
    Map<String, Object> all = new HashMap<>();
    all.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.groupPrefix() + application);
    all.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    all.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
    all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
    all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
    all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    all.put(StreamsConfig.METADATA_MAX_AGE_CONFIG, 60_000);
    all.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instance());
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
    all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5_000);
    all.put(
        StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
        org.kuroshio.schemas.topic.Topic.COMPRESSION);
    all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    // a flush is some thousand records at once; in batches of 16 KB each would be a dozen requests
    all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
    all.putAll(settings.client());
    return all;
  }

  private Map<String, Object> consumerSettings() {
    Map<String, Object> all = new HashMap<>();
    all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    all.putAll(settings.client());
    return all;
  }
}
