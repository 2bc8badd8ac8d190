package org.kuroshio.bench.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kuroshio.bench.peer.EventDecoder;
import org.kuroshio.bench.peer.FirstFetch;
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
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            job.bootstrapServers(),
            "max.poll.records",
            BATCH,
            "enable.auto.commit",
            false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          job.eventTopics().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p))) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
        if (!records.isEmpty()) {
          FirstFetch.tell();
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
          batches.add(record);
        }
        batches.commitIfFull(BATCH);
      }
      batches.commitIfFull(0);
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
