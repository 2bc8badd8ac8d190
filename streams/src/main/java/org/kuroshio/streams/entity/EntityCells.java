package org.kuroshio.streams.entity;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.Topology;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.projection.EventProjection;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.Backlog;
import org.kuroshio.streams.RestoredOffsets;

/**
 * Hop 1. For each event topic: the latest state of each entity, and what the entities add to the
 * base cells; changed sums go to `innovation.base-sums`, unusable events to `innovation.rejected`.
 */
public final class EntityCells implements Supplier<Topology> {
  private final Topics topics;
  private final SchemaIds ids;
  private final Catalogue catalogue;
  private final Regions regions;
  private final Duration flushInterval;
  private final RestoredOffsets restored;
  private final Backlog backlog;
  private final Clock clock;

  /**
   * @param flushInterval how often changed sums are sent; the least latency, and the more messages
   *     the shorter it is
   * @param restored registered as the restore listener of the client that runs the topology
   * @param backlog of the client that runs the topology
   * @param clock dates rejections and nothing else
   */
  public EntityCells(
      Topics topics,
      SchemaIds ids,
      Catalogue catalogue,
      Regions regions,
      Duration flushInterval,
      RestoredOffsets restored,
      Backlog backlog,
      Clock clock) {
    this.topics = topics;
    this.ids = ids;
    this.catalogue = catalogue;
    this.regions = regions;
    this.flushInterval = flushInterval;
    this.restored = restored;
    this.backlog = backlog;
    this.clock = clock;
  }

  @Override
  public Topology get() {
    Topology topology = new Topology();
    add(topology, EventStream.PROGRAMS, topics.programs());
    add(topology, EventStream.PATENTS, topics.patents());
    add(topology, EventStream.VENTURES, topics.ventures());
    add(topology, EventStream.REFERENCE, topics.reference());
    return topology;
  }

  private void add(Topology topology, EventStream stream, Topic<?> events) {
    String source = "read-" + stream.word();
    String store = "entities-of-" + stream.word();
    String updater = "update-entities-of-" + stream.word();
    String forwarder = "forward-sums-of-" + stream.word();
    SumForwarder.Children children =
        new SumForwarder.Children(
            "publish-sums-of-" + stream.word(), "publish-rejections-of-" + stream.word());
    Supplier<EntityLedger> ledgers =
        () -> new EntityLedger(new EventProjection(stream, catalogue, regions), ids);
    LedgerStore.Placement placement =
        (key, partition) -> Utils.toPositive(Utils.murmur2(key)) % events.partitions() == partition;
    topology.addReadOnlyStateStore(
        LedgerStore.builder(store, ledgers, placement),
        source,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        events.name(),
        updater,
        () -> new LedgerUpdater(store));
    topology.addProcessor(
        forwarder,
        () ->
            new SumForwarder(
                store,
                children,
                flushInterval,
                catalogue.fingerprint(),
                restored,
                backlog,
                events.name(),
                clock),
        source);
    topology.connectProcessorAndStateStores(forwarder, store);
    topology.addSink(
        children.sums(),
        topics.baseSums().name(),
        new StringSerializer(),
        topics.baseSums().values().serializer(),
        forwarder);
    topology.addSink(
        children.rejected(),
        topics.rejected().name(),
        new StringSerializer(),
        any(topics.rejected().values().serializer()),
        forwarder);
  }

  /** One forwarder has two sinks, so their value types meet at what they have in common. */
  @SuppressWarnings("unchecked")
  private static <V extends SpecificRecord> Serializer<SpecificRecord> any(
      Serializer<V> serializer) {
    return (Serializer<SpecificRecord>) (Serializer<?>) serializer;
  }
}
