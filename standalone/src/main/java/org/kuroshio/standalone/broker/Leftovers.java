package org.kuroshio.standalone.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.kuroshio.standalone.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process that was killed left in its broker: transactions nobody will end, which hide what
 * stands behind them from every committed reader, and group members nobody will hear of again. The
 * broker would wait for their timeouts. Since we hold the directory alone, none of them can be
 * alive, and they are cleared at once.
 */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Set<TransactionState> UNFINISHED =
      Set.of(
          TransactionState.ONGOING,
          TransactionState.PREPARE_ABORT,
          TransactionState.PREPARE_COMMIT,
          TransactionState.PREPARE_EPOCH_FENCE);

  private final Admin admin;
  private final long deadline = System.nanoTime() + PATIENCE.toNanos();

  private Leftovers(Admin admin) {
    this.admin = admin;
  }

  /**
   * To be called before any client of this process starts.
   *
   * @throws Failure if a transaction could not be ended in time
   */
  static void clear(String bootstrapServers) {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG, "",
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, "10"))) {
      new Leftovers(admin).clear();
    } catch (ExecutionException | TimeoutException e) {
      throw new Failure(
          "the broker did not answer while clearing what an earlier run left behind: "
              + e.getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while clearing what an earlier run left behind", e);
    }
  }

  private void clear() throws ExecutionException, InterruptedException, TimeoutException {
    Coordinators coordinators = Coordinators.of(admin, this::get);
    if (coordinators.awaitGroups()) {
      removeMembers();
    }
    if (coordinators.awaitTransactions()) {
      endTransactions();
    }
  }

  private void endTransactions() throws ExecutionException, InterruptedException, TimeoutException {
    for (Collection<TransactionListing> open = unfinished(); !open.isEmpty(); open = unfinished()) {
      List<String> abandoned =
          open.stream()
              .filter(transaction -> transaction.state() == TransactionState.ONGOING)
              .map(TransactionListing::transactionalId)
              .toList();
      if (!abandoned.isEmpty()) {
        LOG.atInfo().addKeyValue("transactions", abandoned).log("aborting abandoned transactions");
        get(admin.fenceProducers(abandoned).all());
      }
      // those being committed or aborted are finished by the broker itself
      TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
    }
  }

  private Collection<TransactionListing> unfinished()
      throws ExecutionException, InterruptedException, TimeoutException {
    return get(
        admin.listTransactions(new ListTransactionsOptions().filterStates(UNFINISHED)).all());
  }

  private void removeMembers() throws ExecutionException, InterruptedException, TimeoutException {
    List<String> groups =
        get(admin.listGroups().all()).stream()
            .filter(group -> group.type().filter(GroupType.CLASSIC::equals).isPresent())
            .filter(group -> !group.isSimpleConsumerGroup())
            .map(GroupListing::groupId)
            .toList();
    for (var group : get(admin.describeConsumerGroups(groups).all()).values()) {
      if (!group.members().isEmpty()) {
        LOG.atInfo()
            .addKeyValue("group", group.groupId())
            .log("removing members of an earlier run");
        get(
            admin
                .removeMembersFromConsumerGroup(
                    group.groupId(), new RemoveMembersFromConsumerGroupOptions())
                .all());
      }
    }
  }

  private <T> T get(KafkaFuture<T> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
  }
}
