package org.kuroshio.bench.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.kuroshio.bench.peer.EventDecoder;
import org.kuroshio.bench.peer.EventLog;
import org.kuroshio.bench.peer.Job;
import org.kuroshio.bench.peer.Limit;

/**
 * Copies batches of events into a real PostgreSQL, offsets in the same transaction (so each event
 * counts once), until the end of the topics; then says its cells.
 */
public final class Postgres {
  public static final String CELL = "cell ";

  private static final int BATCH = 20_000;

  private Postgres() {}

  public static void main(String[] args) throws IOException, SQLException {
    Job job = Job.of(args);
    Files.createDirectories(job.directory());
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setDataDirectory(job.directory().resolve("postgres"))
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("work_mem", "64MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("synchronous_commit", "on")
                .start();
        Connection connection = server.getPostgresDatabase().getConnection()) {
      connection.setAutoCommit(false);
      load(job, new Batches(connection, new EventDecoder(job.input())));
      System.out.println(Limit.DONE);
      tell(connection);
    }
    System.exit(0);
  }

  private static void load(Job job, Batches batches) throws SQLException, IOException {
    try (EventLog log = new EventLog(job, BATCH)) {
      while (log.hasMore()) {
        for (ConsumerRecord<byte[], byte[]> record : log.next()) {
          batches.add(record);
        }
        batches.commitIfFull(BATCH);
      }
      batches.commitIfFull(1);
    }
  }

  private static void tell(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet cells =
            statement.executeQuery("SELECT cell, amount FROM cells WHERE amount <> 0")) {
      StringBuilder lines = new StringBuilder();
      while (cells.next()) {
        lines
            .append(CELL)
            .append(cells.getString(1))
            .append('=')
            .append(cells.getLong(2))
            .append('\n');
      }
      System.out.print(lines.append(CELL).append('\n'));
    }
  }
}
