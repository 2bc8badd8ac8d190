package org.kuroshio.bench.flink;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.kuroshio.bench.peer.Job;

/**
 * The tables in SQL: the latest version by row number, facts unnested and counted, their cells by a
 * table function and summed. Counting facts before they are spread over cells, and mini-batches of
 * a second, is the fastest of what was tried.
 */
public final class SqlJob {
  private static final String LATEST =
      """
      CREATE VIEW latest AS
      SELECT f0, f2 FROM (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY f0 ORDER BY f1 DESC) AS place FROM events)
      WHERE place = 1
      """;

  private static final String FACTS =
      """
      CREATE VIEW facts AS
      SELECT fact, COUNT(*) AS entities
      FROM latest CROSS JOIN UNNEST(f2) AS u (fact)
      GROUP BY fact
      """;

  private static final String INSERT =
      """
      INSERT INTO published
      SELECT cell, SUM(entities * share) AS amount
      FROM facts, LATERAL TABLE(cells(fact))
      GROUP BY cell
      """;

  private SqlJob() {}

  public static void main(String[] args) throws Exception {
    Job job = Job.of(args);
    StreamExecutionEnvironment environment = Environment.of(job);
    StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
    miniBatches(tables);
    tables.createTemporaryView(
        "events",
        environment.fromSource(
            Environment.events(job), WatermarkStrategy.noWatermarks(), "read-events"),
        Schema.newBuilder()
            .column("f0", "STRING NOT NULL")
            .column("f1", "BIGINT NOT NULL")
            .column("f2", "ARRAY<STRING>")
            .build());
    tables.createTemporarySystemFunction("cells", Cells.class);
    tables.executeSql(LATEST);
    tables.executeSql(FACTS);
    tables.executeSql(published(job));
    tables.executeSql(INSERT).await();
  }

  private static void miniBatches(StreamTableEnvironment tables) {
    tables.getConfig().set("table.exec.mini-batch.enabled", "true");
    tables.getConfig().set("table.exec.mini-batch.allow-latency", "1 s");
    tables.getConfig().set("table.exec.mini-batch.size", "20000");
    tables.getConfig().set("table.optimizer.agg-phase-strategy", "TWO_PHASE");
  }

  private static String published(Job job) {
    return """
    CREATE TABLE published (cell STRING, amount BIGINT, PRIMARY KEY (cell) NOT ENFORCED) WITH (
      'connector' = 'upsert-kafka',
      'topic' = '%s',
      'properties.bootstrap.servers' = '%s',
      'properties.transaction.timeout.ms' = '60000',
      'properties.compression.type' = 'lz4',
      'key.format' = 'raw',
      'value.format' = 'json',
      'value.fields-include' = 'EXCEPT_KEY',
      'sink.delivery-guarantee' = 'exactly-once',
      'sink.transactional-id-prefix' = '%ssql')
    """
        .formatted(job.cellsTopic(), job.bootstrapServers(), job.output());
  }
}
