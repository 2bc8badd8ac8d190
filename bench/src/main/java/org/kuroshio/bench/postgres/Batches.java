package org.kuroshio.bench.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.kuroshio.bench.cell.FactCells;
import org.kuroshio.bench.peer.EntityFacts;
import org.kuroshio.bench.peer.EventDecoder;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Events on their way into the database: COPY, then one upsert for the whole batch. */
final class Batches {
  private static final String UPSERT =
      """
      INSERT INTO entities
      SELECT DISTINCT ON (id) id, version, facts FROM arrived ORDER BY id, version DESC
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, facts = excluded.facts
      WHERE entities.version < excluded.version
      """;

  private static final String OFFSET =
      "INSERT INTO offsets VALUES (?, ?, ?) ON CONFLICT (topic, part) DO UPDATE SET next ="
          + " excluded.next";

  private final Connection connection;
  private final EventDecoder decoder;
  private final CopyManager copy;
  private final FactCells cells = new FactCells();
  private final Set<String> facts = new HashSet<>();
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final StringBuilder arrived = new StringBuilder();
  private final StringBuilder shares = new StringBuilder();
  private int count;

  Batches(Connection connection, EventDecoder decoder) throws SQLException {
    this.connection = connection;
    this.decoder = decoder;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    try (Statement statement = connection.createStatement()) {
      statement.execute(resource("tables.sql"));
    }
    connection.commit();
  }

  void add(ConsumerRecord<byte[], byte[]> record) {
    EntityFacts event = decoder.read(record.topic(), record.value());
    arrived.append(event.entityId()).append('\t').append(event.version()).append("\t{");
    String divider = "";
    for (String fact : event.facts()) {
      arrived.append(divider).append('"').append(fact).append('"');
      divider = ",";
      if (facts.add(fact)) {
        for (FactCells.Share share : cells.of(fact)) {
          shares.append(fact).append('\t').append(share.key()).append('\t').append(share.amount());
          shares.append('\n');
        }
      }
    }
    arrived.append("}\n");
    next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    count++;
  }

  /**
   * @param size commits if so many events wait, 1 or more
   */
  void commitIfFull(int size) throws SQLException, IOException {
    if (count < size) {
      return;
    }
    copy.copyIn("COPY shares FROM STDIN", new StringReader(shares.toString()));
    copy.copyIn("COPY arrived FROM STDIN", new StringReader(arrived.toString()));
    try (Statement statement = connection.createStatement()) {
      statement.execute(UPSERT);
      statement.execute("TRUNCATE arrived");
    }
    try (PreparedStatement statement = connection.prepareStatement(OFFSET)) {
      for (Map.Entry<TopicPartition, Long> position : next.entrySet()) {
        statement.setString(1, position.getKey().topic());
        statement.setInt(2, position.getKey().partition());
        statement.setLong(3, position.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
    connection.commit();
    arrived.setLength(0);
    shares.setLength(0);
    next.clear();
    count = 0;
  }

  private static String resource(String name) {
    try (InputStream in = Batches.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
