package org.kuroshio.bench.textbook;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import org.kuroshio.bench.peer.Job;

/**
 * Keeps the latest version of each entity in a store and sends what changed, cell by cell, through
 * a repartition topic to sums. {@code KTable.groupBy.aggregate} is the same (take the old away, add
 * the new), but gives one cell for each row, while an entity counts in some twenty: with it each
 * cell of each entity would be a row of a second table. This form is the cheaper one.
 */
final class TextbookTopology implements Supplier<Topology> {
  private static final String ENTITIES = "entities";

  private final Job job;

  TextbookTopology(Job job) {
    this.job = job;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    Serde<String> text = Serdes.String();
    Serde<Long> number = Serdes.Long();
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(ENTITIES), text, Serdes.ByteArray()));
    builder.stream(
            job.eventTopics(), Consumed.with(text, Serdes.ByteArray()).withName("read-events"))
        .process(
            () -> new CellChanges(job.input(), ENTITIES),
            Named.as("explode-changes-to-cells"),
            ENTITIES)
        .groupByKey(Grouped.with("cells", text, number))
        .reduce(
            Long::sum,
            Named.as("add-up-cells"),
            Materialized.<String, Long>as(Stores.persistentKeyValueStore("sums"))
                .withKeySerde(text)
                .withValueSerde(number))
        .toStream(Named.as("changed-cells"))
        .mapValues(sum -> Long.toString(sum), Named.as("write-digits"))
        .to(job.cellsTopic(), Produced.with(text, text).withName("publish-cells"));
    return builder.build();
  }
}
