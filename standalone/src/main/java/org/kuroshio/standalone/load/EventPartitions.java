package org.kuroshio.standalone.load;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.TopicSettings;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.failure.Failure;

/**
 * How many partitions the event topics have. A directory keeps the number it was made with; naming
 * another one is left to {@link org.kuroshio.schemas.topic.TopicCheck} to refuse.
 */
public final class EventPartitions {
  private EventPartitions() {}

  public static TopicSettings settings(Admin admin, SchemaIds ids, OptionalInt wanted) {
    if (wanted.isPresent()) {
      return TopicSettings.DEFAULT.withEventPartitions(wanted.getAsInt());
    }
    String first = Topics.of(ids).programs().name();
    OptionalInt present = partitions(admin, first);
    return present.isPresent()
        ? TopicSettings.DEFAULT.withEventPartitions(present.getAsInt())
        : TopicSettings.DEFAULT;
  }

  private static OptionalInt partitions(Admin admin, String topic) {
    KafkaFuture<TopicDescription> description =
        admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
    try {
      return OptionalInt.of(description.get().partitions().size());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return OptionalInt.empty();
      }
      throw new Failure(
          "the broker refused to describe " + topic + ": " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while describing " + topic, e);
    }
  }
}
