package org.kuroshio.warehouse.reconcile;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.warehouse.database.Database;
import org.kuroshio.warehouse.database.WarehouseException;
import org.kuroshio.warehouse.feed.TablesTopic;

/** Compares every cell of the topic with its row, at the cut that the database shows. */
public final class Reconciliation {
  private static final int EXAMPLES = 10;
  private static final int FETCH = 5000;

  private final TablesTopic topic;
  private final Database database;

  public Reconciliation(TablesTopic topic, Database database) {
    this.topic = topic;
    this.database = database;
  }

  /**
   * Works while the feed goes on: all of it is asked in one transaction, which sees one cut.
   *
   * @return empty if the topic no longer has that cut as it was, because newer values took the
   *     place of older ones: to be asked again
   * @throws WarehouseException if the database fails, or shows no cut yet
   */
  public Optional<Comparison> compare() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      long through = shown(statement);
      Map<String, Row> cells = new HashMap<>();
      Cut[] cut = {null};
      topic.read(
          through,
          (key, value) -> {
            if (value == null) {
              cells.remove(key);
            } else if (value instanceof IndicatorValue cell) {
              cells.put(key, Row.of(cell));
            } else {
              cut[0] = (Cut) value;
            }
          });
      if (cut[0] == null || cut[0].getCells() != cells.size()) {
        return Optional.empty();
      }
      return Optional.of(compare(statement, cut[0], cells));
    } catch (SQLException e) {
      throw new WarehouseException("the warehouse's database failed: " + e.getMessage(), e);
    }
  }

  private static long shown(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT shown_offset FROM kuroshio_feed.progress")) {
      row.next();
      long shown = row.getLong(1);
      if (shown < 0) {
        throw new WarehouseException("the warehouse shows no cut yet", null);
      }
      return shown;
    }
  }

  private static Comparison compare(Statement statement, Cut cut, Map<String, Row> cells)
      throws SQLException {
    Sums inTopic = new Sums();
    cells.values().forEach(inTopic::add);
    Sums inDatabase = new Sums();
    long size = cells.size();
    long rows = 0;
    long unknown = 0;
    long differing = 0;
    List<String> examples = new ArrayList<>();
    statement.setFetchSize(FETCH);
    try (ResultSet result =
        statement.executeQuery("SELECT cell, " + Row.COLUMNS + " FROM kuroshio_feed.cell")) {
      while (result.next()) {
        rows++;
        String key = result.getString(1);
        Row row = Row.of(result);
        inDatabase.add(row);
        Row cell = cells.remove(key);
        if (cell == null) {
          unknown++;
          note(examples, key + ": a row without a cell, " + row.values());
        } else if (!cell.equals(row)) {
          differing++;
          note(examples, key + ": " + cell.values() + " in the topic, " + row.values() + " here");
        }
      }
    }
    cells.keySet().stream().limit(EXAMPLES).forEach(key -> note(examples, key + ": no row"));
    return new Comparison(
        cut.getCut(),
        cut.getSequence(),
        size,
        rows,
        cells.size(),
        unknown,
        differing,
        inTopic.unlike(inDatabase),
        examples);
  }

  private static void note(List<String> examples, String words) {
    if (examples.size() < EXAMPLES) {
      examples.add(words);
    }
  }

  /** Exact sums of values by indicator, which a spreadsheet can check. */
  private static final class Sums {
    private final Map<String, BigDecimal> sums = new TreeMap<>();

    void add(Row row) {
      if (row.value() != null) {
        sums.merge(row.indicator(), row.value(), BigDecimal::add);
      }
    }

    Map<String, List<BigDecimal>> unlike(Sums others) {
      Map<String, List<BigDecimal>> unlike = new TreeMap<>();
      TreeSet<String> indicators = new TreeSet<>(sums.keySet());
      indicators.addAll(others.sums.keySet());
      for (String indicator : indicators) {
        BigDecimal here = sums.getOrDefault(indicator, BigDecimal.ZERO);
        BigDecimal there = others.sums.getOrDefault(indicator, BigDecimal.ZERO);
        if (here.compareTo(there) != 0) {
          unlike.put(indicator, List.of(here, there));
        }
      }
      return unlike;
    }
  }
}
