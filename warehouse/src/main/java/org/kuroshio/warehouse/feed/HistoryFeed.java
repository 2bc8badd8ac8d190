package org.kuroshio.warehouse.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;

/**
 * The settings of Iceberg's sink for the history of the tables and for the events. Both only append
 * and make their Iceberg tables themselves, named as their topics; the history's is partitioned by
 * indicator and by the month of publication.
 *
 * @param catalog Iceberg's own settings of the catalog: `type`, `uri`, `warehouse`, ...
 * @param kafka settings of the clients by which the sink agrees on commits: bootstrap servers,
 *     security
 * @param commits how often a snapshot is made; each writes a file per partition that changed
 */
public record HistoryFeed(
    Map<String, String> catalog, Map<String, String> kafka, Duration commits) {
  public static final String HISTORY = "kuroshio-history";
  public static final String EVENTS = "kuroshio-events";

  /** By which the sink's parts agree; it must exist. */
  public static final String CONTROL_TOPIC = "kuroshio-warehouse-control";

  /** Every value that was ever published, and the cuts between them, in the topic's order. */
  public Map<String, String> history(Topics topics, Map<String, String> converter) {
    Map<String, String> settings = common(List.of(topics.indicatorHistory()), converter);
    settings.put("value.converter.row.of", "IndicatorValue,Cut");
    settings.put("iceberg.tables", topics.indicatorHistory().name());
    settings.put("iceberg.tables.default-partition-by", "indicator,month(published)");
    return settings;
  }

  /** The events themselves, a table for each stream. */
  public Map<String, String> events(Topics topics, Map<String, String> converter) {
    Map<String, String> settings = common(topics.events(), converter);
    settings.put("transforms.place.topic.field", "stream");
    settings.put("transforms.place.partition.field", "partition");
    settings.put("iceberg.tables.dynamic-enabled", "true");
    settings.put("iceberg.tables.route-field", "stream");
    settings.put("iceberg.tables.default-partition-by", "month(published)");
    return settings;
  }

  private Map<String, String> common(
      List<? extends Topic<? extends SpecificRecord>> topics, Map<String, String> converter) {
    Map<String, String> settings =
        SinkSettings.of(
            "org.apache.iceberg.connect.IcebergSinkConnector",
            topics.stream().map(Topic::name).collect(Collectors.joining(",")),
            converter,
            1);
    settings.put("transforms", "place");
    settings.put("transforms.place.type", "org.apache.kafka.connect.transforms.InsertField$Value");
    settings.put("transforms.place.offset.field", "offset");
    settings.put("transforms.place.timestamp.field", "published");
    settings.put("iceberg.tables.auto-create-enabled", "true");
    settings.put("iceberg.tables.evolve-schema-enabled", "true");
    settings.put("iceberg.control.topic", CONTROL_TOPIC);
    settings.put("iceberg.control.commit.interval-ms", String.valueOf(commits.toMillis()));
    catalog.forEach((key, value) -> settings.put("iceberg.catalog." + key, value));
    kafka.forEach((key, value) -> settings.put("iceberg.kafka." + key, value));
    return settings;
  }
}
