package org.kuroshio.schemas.topic;

import java.util.List;
import org.apache.kafka.common.KafkaException;

/**
 * The cluster's topics differ from the registry in a way that would make tables wrong. Starting on
 * is not possible.
 */
public final class TopicMismatchException extends KafkaException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  public TopicMismatchException(List<String> problems) {
    super("the topics on the cluster can't be used:\n- " + String.join("\n- ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence per problem: topic, what it has, what it needs. */
  public List<String> problems() {
    return problems;
  }
}
