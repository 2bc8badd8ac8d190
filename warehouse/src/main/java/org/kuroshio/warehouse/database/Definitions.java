package org.kuroshio.warehouse.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;

/** Everything in the database that is there before the first record. */
public final class Definitions {
  private static final List<String> SCRIPTS = List.of("1-feed.sql", "2-views.sql");

  private Definitions() {}

  /**
   * Makes or replaces tables, views, functions, comments and dimensions, all or nothing. What the
   * tables hold stays. Safe to run while a feed writes.
   *
   * @throws WarehouseException with the database's words
   */
  public static void apply(Database database, Catalogue catalogue, Regions regions) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // two processes that start at the same time
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('kuroshio definitions'))");
      for (String script : SCRIPTS) {
        statement.execute(text(script));
      }
      new Dimensions(connection).fill(catalogue, regions);
      connection.commit();
    } catch (SQLException e) {
      throw new WarehouseException(
          "the warehouse's tables can't be made in %s: %s"
              .formatted(database.url(), e.getMessage()),
          e);
    }
  }

  private static String text(String script) {
    try (InputStream in = Definitions.class.getResourceAsStream(script)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + script + " of the jar", e);
    }
  }
}
