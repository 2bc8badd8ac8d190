package org.kuroshio.warehouse.feed;

import java.util.Map;
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
    Map<String, String> settings =
        SinkSettings.of("io.debezium.connector.jdbc.JdbcSinkConnector", topic, converter, replicas);
    records(settings);
    table(settings, database);
    settings.put("connection.restart.on.errors", "true");
    settings.put("errors.log.enable", "true");
    return settings;
  }

  private static void records(Map<String, String> settings) {
    settings.put("value.converter.row.of", "IndicatorValue,Cut");
    settings.put("value.converter.nested", "json");
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
}
