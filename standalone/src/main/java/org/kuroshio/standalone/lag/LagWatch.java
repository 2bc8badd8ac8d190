package org.kuroshio.standalone.lag;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.role.Lookout;
import org.kuroshio.standalone.role.Role;
import org.kuroshio.streams.Pipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the cluster for the lag of both hops at an interval, on a thread of its own. */
public final class LagWatch implements Role {
  private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
  private static final int LONGEST_ANSWER_SECONDS = 10;

  private final Admin admin;
  private final Topics topics;
  private final String groupPrefix;
  private Lookout lookout;
  private volatile Optional<HopLag> newest = Optional.empty();

  private LagWatch(Cluster cluster, Topics topics, String groupPrefix) {
    this.admin = cluster.admin();
    this.topics = topics;
    this.groupPrefix = groupPrefix;
  }

  public static LagWatch start(
      Cluster cluster, Topics topics, String groupPrefix, Duration every, MeterRegistry meters) {
    LagWatch watch = new LagWatch(cluster, topics, groupPrefix);
    watch.register(meters);
    watch.lookout = Lookout.every(every, "kuroshio-lag", watch::look);
    return watch;
  }

  /** Empty until the cluster has answered once. */
  public Optional<HopLag> newest() {
    return newest;
  }

  private void register(MeterRegistry meters) {
    gauge(meters, "events", watch -> watch.newest.map(HopLag::events));
    gauge(meters, "sums", watch -> watch.newest.map(HopLag::sums));
  }

  private interface Reading {
    Optional<Long> of(LagWatch watch);
  }

  private void gauge(MeterRegistry meters, String hop, Reading reading) {
    Gauge.builder(
            "kuroshio.lag.records",
            this,
            watch -> reading.of(watch).map(Long::doubleValue).orElse(Double.NaN))
        .description("Records written and not yet processed by a hop")
        .tag("hop", hop)
        .register(meters);
  }

  private void look() {
    try {
      newest =
          Optional.of(
              new HopLag(
                  lag(groupPrefix + Pipeline.ENTITY_CELLS, topics.events()),
                  lag(groupPrefix + Pipeline.REGION_TABLES, List.of(topics.baseSums()))));
    } catch (ExecutionException | TimeoutException e) {
      // the cluster is away for a moment: the last answer stands
      LOG.atDebug().setCause(e).log("the lag can't be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long lag(String group, List<? extends Topic<?>> inputs)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (Topic<?> topic : inputs) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        asked.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, ListOffsetsResultInfo> ends = answer(admin.listOffsets(asked).all());
    Map<TopicPartition, OffsetAndMetadata> done =
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return ends.entrySet().stream()
        .mapToLong(
            end -> {
              OffsetAndMetadata committed = done.get(end.getKey());
              return Math.max(
                  0, end.getValue().offset() - (committed == null ? 0 : committed.offset()));
            })
        .sum();
  }

  private static <T> T answer(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public String name() {
    return "lag";
  }

  /** A cluster that is away is seen by the roles that need it. */
  @Override
  public Optional<Failure> failure() {
    return Optional.empty();
  }

  @Override
  public void close() {
    lookout.close();
    admin.close(Duration.ofSeconds(1));
  }
}
