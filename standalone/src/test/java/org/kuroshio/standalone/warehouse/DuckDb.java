package org.kuroshio.standalone.warehouse;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Iceberg tables in DuckDB. Its own reader of Iceberg is an extension that has to be downloaded
 * from a server of DuckDB's; here Iceberg's API says which files a table's snapshot has, and DuckDB
 * reads these. Tables of which nothing was deleted only.
 */
final class DuckDb implements AutoCloseable {
  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param tables as {@code innovation.ventures}, in their newest snapshots
   */
  static DuckDb of(Path files, List<String> tables) throws SQLException, IOException {
    DuckDb database = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
    database.execute("SET memory_limit = '700MB'");
    database.execute("SET threads = 2");
    try (HadoopCatalog catalog = new HadoopCatalog(new Configuration(), files.toUri().toString())) {
      for (String table : tables) {
        TableIdentifier name = TableIdentifier.parse(table);
        database.execute("CREATE SCHEMA IF NOT EXISTS \"" + name.namespace() + '"');
        database.execute(
            "CREATE VIEW \"%s\".\"%s\" AS SELECT * FROM read_parquet([%s], union_by_name = true, hive_partitioning = false)"
                .formatted(
                    name.namespace(),
                    name.name(),
                    String.join(", ", dataFiles(catalog.loadTable(name)))));
      }
    }
    return database;
  }

  /** Each row by the names of its columns, values as DuckDB prints them, null as null. */
  List<Map<String, String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<Map<String, String>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnName(i), result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> dataFiles(org.apache.iceberg.Table table) throws IOException {
    List<String> paths = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        if (!task.deletes().isEmpty()) {
          throw new IllegalStateException(table.name() + " has rows that were deleted");
        }
        paths.add("'" + Path.of(java.net.URI.create(task.file().location())) + "'");
      }
    }
    return paths;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
