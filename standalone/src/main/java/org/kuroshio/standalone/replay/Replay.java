package org.kuroshio.standalone.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.kuroshio.ingest.message.Messages;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.load.EventPartitions;
import org.kuroshio.standalone.recompute.Recomputation;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.session.StopRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads sources with rejected records again and sends those that can be used now. What was not
 * rejected is read too, and not sent. A null value in the rejected topic says that the record under
 * its key is repaired (decision 056).
 */
public final class Replay {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private final Cluster cluster;
  private final Topics topics;
  private final SchemaIds ids;
  private final String topicPrefix;
  private final Arrival arrival;
  private final StopRequest stop;

  /** What happens around the sending. */
  public interface Arrival {
    /**
     * @param send called once; gives, for each partition that got something, the offset behind it
     * @return the cut that holds it, where that is waited for
     */
    Optional<String> after(Supplier<Map<TopicPartition, Long>> send);
  }

  private Replay(
      Cluster cluster,
      Topics topics,
      SchemaIds ids,
      String topicPrefix,
      Arrival arrival,
      StopRequest stop) {
    this.cluster = cluster;
    this.topics = topics;
    this.ids = ids;
    this.topicPrefix = topicPrefix;
    this.arrival = arrival;
    this.stop = stop;
  }

  /** On a data directory: waits until its tables hold what was repaired. */
  public static Replay of(Session session, StopRequest stop) {
    Cluster cluster = Cluster.open(session.bootstrapServers());
    SchemaIds ids = new BundledIds();
    Topics topics = topics(cluster, ids);
    return new Replay(
        cluster,
        topics,
        ids,
        "",
        send -> Optional.of(new Recomputation(session, stop).after(send, topics, ids)),
        stop);
  }

  /** On a cluster, whose own streams bring the tables up to date. */
  public static Replay of(RunConfig config, StopRequest stop) {
    SchemaIds ids = config.schemaIds();
    return new Replay(
        config.cluster(),
        config.topics(ids),
        ids,
        config.topicSettings().prefix(),
        Replay::sendOnly,
        stop);
  }

  private static Optional<String> sendOnly(Supplier<Map<TopicPartition, Long>> send) {
    Map<TopicPartition, Long> ends = send.get();
    LOG.atDebug().addKeyValue("partitions", ends.size()).log("repairs were sent");
    return Optional.empty();
  }

  /**
   * @param cut of the tables that hold what was repaired; empty if nothing was, or on a cluster
   */
  public record Outcome(List<ReplayOutcome> sources, Optional<String> cut) {
    public Outcome {
      sources = List.copyOf(sources);
    }
  }

  /**
   * @param source a shipped source or a definition's file; empty for every source that has rejected
   *     records
   * @param inputs where its files are now; empty for where they were then
   * @throws Failure if a source or its files can't be found
   */
  public Outcome run(Optional<String> source, List<String> inputs) {
    OpenRejections open;
    try (TopicScan<Rejection> rejected = TopicScan.of(cluster, topics.rejected(), stop::check)) {
      open = OpenRejections.read(rejected);
    }
    List<Repair> repairs = new ArrayList<>();
    List<ReplayOutcome> outcomes = new ArrayList<>();
    Messages messages = new Messages(ids, topicPrefix);
    for (SourceDefinition definition : definitions(source, open)) {
      SourceReplay replay = new SourceReplay(definition, open, messages, stop);
      List<String> files = inputs.isEmpty() ? open.files(definition.name()) : inputs;
      if (!open.of(definition.name()).isEmpty()) {
        replay.read(files);
      }
      repairs.addAll(replay.repairs());
      outcomes.add(replay.outcome());
    }
    return new Outcome(
        outcomes,
        repairs.isEmpty()
            ? Optional.empty()
            : arrival.after(() -> new RepairSender(cluster, topics).send(repairs)));
  }

  private static List<SourceDefinition> definitions(Optional<String> source, OpenRejections open) {
    return source
        .map(name -> List.of(SourceDefinitions.find(name)))
        .orElseGet(() -> open.sources().stream().map(Replay::shipped).toList());
  }

  private static SourceDefinition shipped(String name) {
    return SourceDefinitions.shipped().stream()
        .filter(definition -> definition.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    "the source '%s' has rejected records and is not shipped: name its definition by --source FILE"
                        .formatted(name)));
  }

  private static Topics topics(Cluster cluster, SchemaIds ids) {
    try (Admin admin = cluster.admin()) {
      Topics topics = Topics.of(ids, EventPartitions.settings(admin, ids, OptionalInt.empty()));
      new TopicCheck(admin).ensure(topics);
      return topics;
    }
  }
}
