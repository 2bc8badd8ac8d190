package org.kuroshio.warehouse.reconcile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.kuroshio.warehouse.database.Database;
import org.kuroshio.warehouse.database.WarehouseException;
import org.kuroshio.warehouse.feed.TablesTopic;

/**
 * How far the feed of the live tables is.
 *
 * @param filling whether the tables are being read from the topic's beginning
 * @param published the number of the topic's last cut, 0 before the first
 * @param publishedAt when that was
 * @param shown the number of the cut that the database shows, 0 before the first
 * @param shownAt when it became visible
 * @param behind how many records of the topic, up to the last cut, are not in the database
 * @param waiting records that are in the database and wait for the end of their cut
 * @param cells as the shown cut's publisher counted
 * @param rows as counted here when it was shown
 */
public record FeedStatus(
    boolean filling,
    long published,
    Optional<Instant> publishedAt,
    long shown,
    Optional<Instant> shownAt,
    long behind,
    long waiting,
    long cells,
    long rows) {
  /** A table that somebody has locked is said, not waited for. */
  private static final String PATIENCE = "SET lock_timeout = '5s'";

  private static final String QUESTION =
      """
      SELECT p.filling, p.seen_offset, (SELECT count(*) FROM kuroshio_feed.change), c.sequence, c.shown_at, c.cells, c.cells_here
      FROM kuroshio_feed.progress p LEFT JOIN kuroshio.current_cut c ON true\
      """;

  /**
   * @throws WarehouseException if the database fails
   */
  public static FeedStatus of(TablesTopic topic, Database database) {
    Optional<TablesTopic.LastCut> last = topic.lastCut();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(PATIENCE);
      try (ResultSet row = statement.executeQuery(QUESTION)) {
        row.next();
        return of(last, row);
      }
    } catch (SQLException e) {
      throw new WarehouseException(
          "the warehouse can't be asked how far it is: " + e.getMessage(), e);
    }
  }

  private static FeedStatus of(Optional<TablesTopic.LastCut> last, ResultSet row)
      throws SQLException {
    long seen = row.getLong(2);
    return new FeedStatus(
        row.getBoolean(1),
        last.map(found -> found.cut().getSequence()).orElse(0L),
        last.map(found -> found.cut().getAt()),
        row.getLong(4),
        Optional.ofNullable(row.getObject(5, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        Math.max(0, last.map(TablesTopic.LastCut::offset).orElse(-1L) - seen),
        row.getLong(3),
        row.getLong(6),
        row.getLong(7));
  }

  /** Whether the tables show the last cut there is, with every cell of it. */
  public boolean isUpToDate() {
    return !filling && shown == published && isWhole();
  }

  /** Whether no cell is missing or too many, by number. */
  public boolean isWhole() {
    return cells == rows;
  }
}
