package org.kuroshio.streams.region;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.indicators.table.RegionTable;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.Backlog;
import org.kuroshio.streams.RestoredOffsets;

/**
 * Hop 2. One task, one thread: `innovation.base-sums` to `innovation.indicators` and
 * `innovation.indicator-history`, in consistent cuts.
 */
public final class RegionTables implements Supplier<Topology> {
  private static final String SOURCE = "read-base-sums";
  private static final String STORE = "region-tables";
  private static final String UPDATER = "update-region-tables";
  private static final String PUBLISHER = "publish-cuts";

  private final Topics topics;
  private final Catalogue catalogue;
  private final Regions regions;
  private final Duration cutInterval;
  private final PublishedTables published;
  private final RestoredOffsets restored;
  private final Backlog backlog;
  private final Clock clock;

  /**
   * @param cutInterval how often a cut is published if there is news
   * @param restored registered as the restore listener of the client that runs the topology
   * @param backlog of the client that runs the topology
   * @param clock gives the as-of date (UTC) and the time of each cut
   */
  public RegionTables(
      Topics topics,
      Catalogue catalogue,
      Regions regions,
      Duration cutInterval,
      PublishedTables published,
      RestoredOffsets restored,
      Backlog backlog,
      Clock clock) {
    this.topics = topics;
    this.catalogue = catalogue;
    this.regions = regions;
    this.cutInterval = cutInterval;
    this.published = published;
    this.restored = restored;
    this.backlog = backlog;
    this.clock = clock;
  }

  @Override
  public Topology get() {
    Set<Source> sources = new HashSet<>();
    for (Topic<?> events : topics.events()) {
      for (int partition = 0; partition < events.partitions(); partition++) {
        sources.add(new Source(events.name(), partition));
      }
    }
    String sums = topics.baseSums().name();
    CutPublisher.Children children = new CutPublisher.Children("publish-tables", "publish-history");
    TwoFrames frames = new TwoFrames(topics.indicators(), topics.indicatorHistory());
    Topology topology = new Topology();
    topology.addReadOnlyStateStore(
        TableStore.builder(
            STORE,
            sums,
            () -> new RegionTable(catalogue, regions, sources),
            topics.baseSums().values().deserializer()),
        SOURCE,
        new StringDeserializer(),
        topics.baseSums().values().deserializer(),
        sums,
        UPDATER,
        Updater::new);
    topology.addProcessor(
        PUBLISHER,
        () ->
            new CutPublisher(
                STORE, sums, children, cutInterval, published, restored, backlog, frames, clock),
        SOURCE);
    topology.connectProcessorAndStateStores(PUBLISHER, STORE);
    topology.addSink(
        children.tables(),
        topics.indicators().name(),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        PUBLISHER);
    topology.addSink(
        children.history(),
        topics.indicatorHistory().name(),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        PUBLISHER);
    return topology;
  }

  /** Applies each sum and marker to the tables. */
  private static final class Updater
      extends ContextualProcessor<String, SpecificRecord, Void, Void> {
    @Override
    public void process(Record<String, SpecificRecord> sum) {
      TableStore store = context().getStateStore(STORE);
      store.apply(sum.key(), sum.value());
    }
  }
}
