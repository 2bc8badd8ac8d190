package org.kuroshio.streams;

import java.time.Duration;
import java.util.ArrayList;
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
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Topologies that run, fail and end together: a part that stands still must not look healthy. Add
 * all, then start.
 */
final class RunningTopologies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningTopologies.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final PipelineSettings settings;
  private final Stalls stalls;
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final List<KafkaStreams> all = new ArrayList<>();
  private final CountDownLatch running;

  /**
   * @param count how many will be added
   */
  RunningTopologies(PipelineSettings settings, int count) {
    this.settings = settings;
    this.stalls = new Stalls(settings.clock());
    this.running = new CountDownLatch(count);
  }

  /**
   * @param application the name of its consumer group, behind the settings' prefix
   * @param restored told how far its stores were restored
   * @return not started yet
   */
  KafkaStreams add(
      Topology topology, String application, int threads, StateRestoreListener restored) {
    KafkaStreams streams =
        new KafkaStreams(topology, new StreamsConfig(streamsSettings(application, threads)));
    streams.setGlobalStateRestoreListener(restored);
    streams.setUncaughtExceptionHandler(
        fault -> {
          if (stalls.forgives(fault)) {
            LOG.atWarn()
                .setCause(fault)
                .addKeyValue("application", application)
                .log("stood still for longer than a transaction may take; goes on from its start");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
          }
          LOG.atError()
              .setCause(fault)
              .addKeyValue("application", application)
              .log("a topology failed");
          failure.complete(fault);
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          }
        });
    all.add(streams);
    return streams;
  }

  /** In the order in which they were added. */
  List<KafkaStreams> all() {
    return List.copyOf(all);
  }

  /** Starts all and returns at once. */
  void start() {
    all.forEach(KafkaStreams::start);
  }

  /** Completes with the cause when one of them fails; never completes otherwise. */
  CompletableFuture<Throwable> failure() {
    return failure;
  }

  /**
   * Waits until all have restored their state and process records.
   *
   * @return false if that took longer
   */
  boolean awaitRunning(Duration atMost) throws InterruptedException {
    return running.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Stops all, in the order in which they were added, and leaves their groups so that the next
   * start waits for nobody.
   */
  @Override
  public void close() {
    CloseOptions options =
        CloseOptions.timeout(CLOSE_WITHIN)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    for (KafkaStreams streams : all) {
      if (!streams.close(options)) {
        LOG.atWarn()
            .addKeyValue("within", CLOSE_WITHIN)
            .log("a topology did not stop in time; its transaction will be aborted");
      }
    }
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
}
