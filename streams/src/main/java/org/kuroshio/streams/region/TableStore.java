package org.kuroshio.streams.region;

import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.indicators.table.RegionTable;
import org.kuroshio.schemas.table.BaseMarker;
import org.kuroshio.schemas.table.BaseSum;
import org.kuroshio.schemas.table.MarkerKind;
import org.kuroshio.streams.BaseSumKey;
import org.kuroshio.streams.LogStoreBuilder;

/**
 * The tables as a state store whose log is the topic of base sums: restored by applying the sums
 * again, in the same way as they are processed.
 */
final class TableStore implements StateStore {
  private final String name;
  private final String topic;
  private final Supplier<RegionTable> tables;
  private final Deserializer<SpecificRecord> values;
  private RegionTable table;
  private boolean open;

  private TableStore(
      String name,
      String topic,
      Supplier<RegionTable> tables,
      Deserializer<SpecificRecord> values) {
    this.name = name;
    this.topic = topic;
    this.tables = tables;
    this.values = values;
  }

  static StoreBuilder<TableStore> builder(
      String name,
      String topic,
      Supplier<RegionTable> tables,
      Deserializer<SpecificRecord> values) {
    return new LogStoreBuilder<>(name, () -> new TableStore(name, topic, tables, values));
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    table = tables.get();
    open = true;
    context.register(
        root,
        (key, value) ->
            apply(
                new String(key, java.nio.charset.StandardCharsets.UTF_8),
                values.deserialize(topic, value)));
  }

  void apply(String key, SpecificRecord value) {
    if (value == null) {
      BaseSumKey gone = BaseSumKey.parse(key);
      table.gone(gone.source(), gone.cell());
    } else if (value instanceof BaseSum sum) {
      BaseKey cell =
          new BaseKey(
              sum.getMeasure(),
              sum.getBreakdown(),
              sum.getFrom(),
              sum.getTo(),
              sum.getRegions(),
              sum.getItem(),
              sum.getUnit());
      table.sum(new Source(sum.getTopic(), sum.getPartition()), cell, sum.getSum());
    } else {
      marker((BaseMarker) value);
    }
  }

  private void marker(BaseMarker marker) {
    Source source = new Source(marker.getTopic(), marker.getPartition());
    if (marker.getKind() == MarkerKind.RESET) {
      table.reset(source);
      return;
    }
    long newest =
        java.time.temporal.ChronoUnit.MICROS.between(
            java.time.Instant.EPOCH, marker.getNewestPublishedAt());
    boolean end = marker.getKind() == MarkerKind.END;
    table.marker(
        source,
        end,
        marker.getThroughOffset(),
        marker.getRecordsApplied(),
        newest,
        marker.getCatalogue());
  }

  RegionTable table() {
    return table;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void close() {
    table = null;
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }
}
