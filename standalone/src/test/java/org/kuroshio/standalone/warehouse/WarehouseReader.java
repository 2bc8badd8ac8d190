package org.kuroshio.standalone.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kuroshio.warehouse.database.Database;
import org.kuroshio.warehouse.database.WarehouseException;

/**
 * An analyst who asks again and again while everything is killed, and writes down what can't be:
 * leaves that don't add up to their country, rows that are fewer than their cut says, a cut that is
 * older than the one before.
 */
final class WarehouseReader implements AutoCloseable {
  private static final String QUESTION =
      """
      SELECT c.sequence, c.cells, (SELECT count(*) FROM kuroshio.value),
        (SELECT coalesce(sum(value), 0) FROM kuroshio.value WHERE indicator = 'venture.stock' AND breakdown = ''
          AND period = '2012' AND (region ~ '^JP-\\d\\d$' OR region = 'JP-ZZ' OR region LIKE 'unallocated:JP%')),
        (SELECT coalesce(sum(value), 0) FROM kuroshio.value WHERE indicator = 'venture.stock' AND breakdown = ''
          AND period = '2012' AND region = 'JP')
      FROM kuroshio.current_cut c""";

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final List<String> impossible = new CopyOnWriteArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();
  private volatile Database database;
  private long last;

  WarehouseReader() {
    thread.scheduleWithFixedDelay(this::look, 0, 200, TimeUnit.MILLISECONDS);
  }

  void follow(String url) {
    database = new Database(url, "postgres", "");
  }

  /** How many questions were answered. */
  int looks() {
    return looks.get();
  }

  /** What can't be, in words. */
  List<String> stop() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(30, TimeUnit.SECONDS);
    return List.copyOf(impossible);
  }

  private void look() {
    if (database == null) {
      return;
    }
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUESTION)) {
      if (row.next()) {
        looks.incrementAndGet();
        judge(row);
      }
    } catch (SQLException | WarehouseException e) {
      // it is dead at the moment, as it must be now and then
      return;
    }
  }

  private void judge(ResultSet row) throws SQLException {
    long sequence = row.getLong(1);
    if (sequence < last) {
      impossible.add("cut %d after cut %d".formatted(sequence, last));
    }
    last = sequence;
    if (row.getLong(2) != row.getLong(3)) {
      impossible.add(
          "cut %d has %d cells, and here are %d"
              .formatted(sequence, row.getLong(2), row.getLong(3)));
    }
    if (row.getBigDecimal(4).compareTo(row.getBigDecimal(5)) != 0) {
      impossible.add(
          "cut %d: leaves add up to %s, the country has %s"
              .formatted(sequence, row.getBigDecimal(4), row.getBigDecimal(5)));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
