package org.kuroshio.warehouse.reconcile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.kuroshio.warehouse.database.Database;
import org.kuroshio.warehouse.database.WarehouseException;

/** Whose lock the feed waits for in the database. */
public final class Blockade {
  private static final String QUESTION =
      """
      SELECT h.pid, h.usename, h.application_name, date_trunc('second', now() - h.xact_start)
      FROM pg_stat_activity f CROSS JOIN unnest(pg_blocking_pids(f.pid)) AS holder JOIN pg_stat_activity h ON h.pid = holder
      WHERE f.application_name = 'kuroshio-feed' ORDER BY h.xact_start LIMIT 1\
      """;

  private Blockade() {}

  /**
   * In words; empty while the feed waits for nobody.
   *
   * @throws WarehouseException if the database fails
   */
  public static Optional<String> of(Database database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUESTION)) {
      if (!row.next()) {
        return Optional.empty();
      }
      return Optional.of(
          "a lock of process %d (user %s, application '%s', in a transaction for %s)"
              .formatted(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
    } catch (SQLException e) {
      throw new WarehouseException(
          "the warehouse can't be asked what its feed waits for: " + e.getMessage(), e);
    }
  }
}
