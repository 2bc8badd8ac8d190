package org.kuroshio.warehouse.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.kuroshio.warehouse.database.Database;
import org.kuroshio.warehouse.database.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the feed of the live tables goes on. The sink's position is in Kafka, the tables are in the
 * database: where the two don't fit, because the database is new, was restored from a backup, or
 * the topic is another one than before, the topic is read from its beginning. Until that is done
 * the tables stay as they are.
 */
public final class FeedStart {
  private static final Logger LOG = LoggerFactory.getLogger(FeedStart.class);

  /** As Connect names the group of a sink. */
  static final String GROUP = "connect-" + TablesFeed.NAME;

  private final Admin admin;
  private final TablesTopic topic;
  private final Database database;

  public FeedStart(Admin admin, TablesTopic topic, Database database) {
    this.admin = admin;
    this.topic = topic;
    this.database = database;
  }

  /** To be called while the sink does not run. */
  public void prepare() {
    TopicPartition partition = topic.partition();
    try (Connection connection = database.connect()) {
      String topicId = topicId(partition.topic());
      long committed = committed(partition);
      String why = whyFromTheBeginning(connection, topicId, committed);
      if (why.isEmpty()) {
        return;
      }
      LOG.atInfo().addKeyValue("why", why).log("the warehouse is filled from the beginning");
      if (committed > 0) {
        admin
            .alterConsumerGroupOffsets(GROUP, Map.of(partition, new OffsetAndMetadata(0)))
            .all()
            .get();
      }
      fill(connection, topicId, topic.lastCut().map(TablesTopic.LastCut::offset).orElse(-1L));
    } catch (SQLException e) {
      throw new WarehouseException("the warehouse's database failed: " + e.getMessage(), e);
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private String topicId(String name) throws ExecutionException, InterruptedException {
    return admin.describeTopics(Set.of(name)).allTopicNames().get().get(name).topicId().toString();
  }

  /** 0 where the sink has never run. */
  private long committed(TopicPartition partition) throws ExecutionException, InterruptedException {
    OffsetAndMetadata position =
        admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().get(partition);
    return position == null ? 0 : position.offset();
  }

  private static String whyFromTheBeginning(Connection connection, String topicId, long committed)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT topic_id, greatest(seen_offset, (SELECT max(\"offset\") FROM kuroshio_feed.change))"
                    + " FROM kuroshio_feed.progress")) {
      row.next();
      String known = row.getString(1);
      long landed = row.getLong(2);
      if (known.isEmpty()) {
        return "the database is new";
      }
      if (!known.equals(topicId)) {
        return "the topic is another one than before";
      }
      return committed > landed + 1
          ? "the database is behind the position in Kafka (%d, %d)".formatted(landed, committed)
          : "";
    }
  }

  private static void fill(Connection connection, String topicId, long through)
      throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        // numbers of another topic's cuts mean nothing here
        PreparedStatement cuts =
            connection.prepareStatement(
                "DELETE FROM kuroshio_feed.cut WHERE (SELECT topic_id FROM kuroshio_feed.progress) <> ?");
        PreparedStatement progress =
            connection.prepareStatement(
                "UPDATE kuroshio_feed.progress SET filling = true, fill_through = ?, seen_offset = -1,"
                    + " seen_sequence = 0, shown_offset = -1, topic_id = ?")) {
      statement.execute("TRUNCATE kuroshio_feed.change");
      cuts.setString(1, topicId);
      cuts.execute();
      progress.setLong(1, through);
      progress.setString(2, topicId);
      progress.execute();
    }
    connection.commit();
  }
}
