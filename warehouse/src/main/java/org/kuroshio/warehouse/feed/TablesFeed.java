package org.kuroshio.warehouse.feed;

import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.warehouse.convert.FrameConverter;
import org.kuroshio.warehouse.database.Database;

/**
 * The settings of Debezium's JDBC sink for the live tables. It writes every record of the tables'
 * topic in the topic's order into one table, whose trigger brings a cut into the tables when it is
 * whole.
 */
public final class TablesFeed {
  public static final String NAME = "kuroshio-tables";

  /** Where what can't be read goes, on its way to {@code innovation.rejected}. */
  public static final String UNREADABLE = "kuroshio-warehouse-unreadable";

  private TablesFeed() {}

  /**
   * @param topic the tables'
   * @param converter settings of {@link FrameConverter}: the registry and its login; empty for
   *     bundled schemas
   * @param replicas of the topic for what can't be read
   */
  public static Map<String, String> settings(
      Database database, String topic, Map<String, String> converter, int replicas) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("connector.class", "io.debezium.connector.jdbc.JdbcSinkConnector");
    settings.put("topics", topic);
    // the order of one partition is the order of the cuts
    settings.put("tasks.max", "1");
    records(settings, converter);
    table(settings, database);
    failures(settings, replicas);
    return settings;
  }

  private static void records(Map<String, String> settings, Map<String, String> converter) {
    settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
    settings.put("value.converter", FrameConverter.class.getName());
    settings.put("value.converter.row.of", "IndicatorValue,Cut");
    settings.put("value.converter.nested", "json");
    converter.forEach((key, value) -> settings.put("value.converter." + key, value));
    settings.put("transforms", "cell,offset");
    settings.put("transforms.cell.type", "org.apache.kafka.connect.transforms.HoistField$Key");
    settings.put("transforms.cell.field", "cell");
    settings.put("transforms.offset.type", "org.apache.kafka.connect.transforms.InsertField$Key");
    settings.put("transforms.offset.offset.field", "offset");
  }

  private static void table(Map<String, String> settings, Database database) {
    settings.put(
        "connection.url",
        database.url() + "?reWriteBatchedInserts=true&ApplicationName=kuroshio-feed");
    settings.put("connection.username", database.user());
    settings.put("connection.password", database.password());
    settings.put("connection.pool.min_size", "1");
    settings.put("connection.pool.max_size", "2");
    // else half a minute passes before a wrong login is said to be one
    settings.put("hibernate.c3p0.acquireRetryAttempts", "3");
    settings.put("collection.name.format", "kuroshio_feed.change");
    settings.put("insert.mode", "upsert");
    settings.put("primary.key.mode", "record_key");
    settings.put("primary.key.fields", "cell,offset");
    settings.put("quote.identifiers", "true");
    // the tables are ours: a column that is missing is an error to be told, not one to be mended
    settings.put("schema.evolution", "none");
    settings.put("batch.size", "20000");
    settings.put("dialect.postgres.unnest.insert.enabled", "true");
  }

  private static void failures(Map<String, String> settings, int replicas) {
    settings.put("connection.restart.on.errors", "true");
    settings.put("errors.tolerance", "all");
    // a registry that is away is waited for, however long
    settings.put("errors.retry.timeout", "-1");
    settings.put("errors.deadletterqueue.topic.name", UNREADABLE);
    settings.put("errors.deadletterqueue.topic.replication.factor", String.valueOf(replicas));
    settings.put("errors.deadletterqueue.context.headers.enable", "true");
    settings.put("errors.log.enable", "true");
  }
}
