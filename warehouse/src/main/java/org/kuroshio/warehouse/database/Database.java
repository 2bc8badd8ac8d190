package org.kuroshio.warehouse.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A PostgreSQL and a login. Never prints the password.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 */
public record Database(String url, String user, String password) {
  private static final String SECONDS = "10";

  public Database {
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new IllegalArgumentException(
          "a database's address is jdbc:postgresql://host:port/name, without user and password");
    }
  }

  /**
   * A connection of its own, to be closed by whoever asked.
   *
   * @throws WarehouseException if there is none to be had, with the database's words
   */
  public Connection connect() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", SECONDS);
    properties.setProperty("ApplicationName", "kuroshio");
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      throw new WarehouseException(
          "the warehouse's database does not let us in (%s, user %s): %s"
              .formatted(url, user, e.getMessage()),
          e);
    }
  }

  @Override
  public String toString() {
    return "Database[url=%s, user=%s, password=***]".formatted(url, user);
  }
}
