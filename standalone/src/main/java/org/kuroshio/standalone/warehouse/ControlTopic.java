package org.kuroshio.standalone.warehouse;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.standalone.failure.Failure;

/** The topic by which the parts of Iceberg's sink agree on a commit. */
final class ControlTopic {
  private ControlTopic() {}

  /** Makes it where it is missing. */
  static void ensure(Cluster cluster, String name) {
    try (Admin admin = cluster.admin()) {
      admin.createTopics(Set.of(new NewTopic(name, Optional.of(1), Optional.empty()))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new Failure("the topic %s can't be made: %s".formatted(name, e.getMessage()), e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while the topic " + name + " was made", e);
    }
  }
}
