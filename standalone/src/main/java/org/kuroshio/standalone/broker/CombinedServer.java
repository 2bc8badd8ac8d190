package org.kuroshio.standalone.broker;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server$;
import kafka.server.SharedServer;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * The controller and the broker of {@code kafka.server.KafkaRaftServer}, put together as there,
 * with one step between their starts that it has no room for: the registration of a broker that was
 * killed is dropped. Otherwise the new one would be turned away until the old one's session is
 * over.
 *
 * @see "docs/decisions/010-broker-from-kafkas-parts.md"
 */
final class CombinedServer {
  private static final Logger LOG = LoggerFactory.getLogger(CombinedServer.class);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

  private final ControllerServer controller;
  private final BrokerServer broker;

  CombinedServer(KafkaConfig config, FaultHandlerFactory faults) {
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> storage =
        KafkaRaftServer.initializeLogDirs(config, LOG, "");
    SharedServer shared =
        new SharedServer(
            config,
            storage._1(),
            Time.SYSTEM,
            Server$.MODULE$.initializeMetrics(
                config, Time.SYSTEM, storage._1().clusterId().orElseThrow()),
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
            faults,
            ServerSocketFactory.INSTANCE);
    this.broker = new BrokerServer(shared);
    this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
  }

  /** Returns when the broker takes requests. Not to be called on a thread that must come back. */
  void start() {
    controller.startup();
    dropOldRegistration();
    broker.startup();
  }

  void stop() {
    broker.shutdown();
    controller.shutdown();
    broker.awaitShutdown();
    controller.awaitShutdown();
  }

  /** Whoever registered before us is dead: we hold the lock of the directory. */
  private void dropOldRegistration() {
    while (!dropped()) {
      // a controller alone in its quorum is elected within moments
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
  }

  private boolean dropped() {
    ControllerRequestContext context =
        new ControllerRequestContext(
            new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
    try {
      controller.controller().unregisterBroker(context, BrokerProperties.NODE_ID).join();
      return true;
    } catch (CompletionException e) {
      if (e.getCause() instanceof BrokerIdNotRegisteredException) {
        return true;
      }
      if (e.getCause() instanceof NotControllerException) {
        return false;
      }
      throw e;
    }
  }
}
