package org.kuroshio.standalone.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.utils.Utils;

/**
 * Whether the broker has read its memory of groups and transactions. Until then it answers that
 * there are none, without an error; only questions about a single group or transaction are repeated
 * by the client until the answer is known. So each partition of that memory is asked for a name
 * that nobody uses and that it would keep.
 */
final class Coordinators {

  /** Waits for an answer, as long as its owner is patient. */
  interface Answers {
    <T> T get(KafkaFuture<T> answer)
        throws ExecutionException, InterruptedException, TimeoutException;
  }

  private final Admin admin;
  private final Answers answers;
  private final Set<String> topics;

  private Coordinators(Admin admin, Answers answers, Set<String> topics) {
    this.admin = admin;
    this.answers = answers;
    this.topics = topics;
  }

  static Coordinators of(Admin admin, Answers answers)
      throws ExecutionException, InterruptedException, TimeoutException {
    return new Coordinators(
        admin,
        answers,
        answers.get(admin.listTopics(new ListTopicsOptions().listInternal(true)).names()));
  }

  /** Returns when all groups are known; false if there never was one. */
  boolean awaitGroups() throws ExecutionException, InterruptedException, TimeoutException {
    if (!topics.contains(Topic.GROUP_METADATA_TOPIC_NAME)) {
      return false;
    }
    List<String> probes = probes(Topic.GROUP_METADATA_TOPIC_NAME);
    for (KafkaFuture<?> answer : admin.describeConsumerGroups(probes).describedGroups().values()) {
      awaitAbsence(answer, GroupIdNotFoundException.class);
    }
    return true;
  }

  /** Returns when all transactions are known; false if there never was one. */
  boolean awaitTransactions() throws ExecutionException, InterruptedException, TimeoutException {
    if (!topics.contains(Topic.TRANSACTION_STATE_TOPIC_NAME)) {
      return false;
    }
    List<String> probes = probes(Topic.TRANSACTION_STATE_TOPIC_NAME);
    var described = admin.describeTransactions(probes);
    for (String probe : probes) {
      awaitAbsence(described.description(probe), TransactionalIdNotFoundException.class);
    }
    return true;
  }

  private void awaitAbsence(KafkaFuture<?> answer, Class<? extends Exception> absent)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      answers.get(answer);
    } catch (ExecutionException e) {
      if (!absent.isInstance(e.getCause())) {
        throw e;
      }
    }
  }

  /** One name for each partition of the topic, by the broker's own rule. */
  private List<String> probes(String topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    int partitions =
        answers
            .get(admin.describeTopics(List.of(topic)).allTopicNames())
            .get(topic)
            .partitions()
            .size();
    List<String> probes = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      int wanted = partition;
      probes.add(
          IntStream.iterate(0, i -> i + 1)
              .mapToObj(i -> "kuroshio-probe-" + i)
              .filter(name -> Utils.abs(name.hashCode()) % partitions == wanted)
              .findFirst()
              .orElseThrow());
    }
    return probes;
  }
}
