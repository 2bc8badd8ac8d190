package org.kuroshio.standalone.broker;

import java.util.HashMap;
import java.util.Map;

/**
 * The settings of the one broker: controller and broker in one process, loopback only, one copy of
 * everything, and small enough to start in seconds. Topics state their own retention; these are
 * only the defaults below them.
 */
final class BrokerProperties {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final String CLIENT_LISTENER = "CLIENTS";

  private BrokerProperties() {}

  static Map<String, String> of(DataDirectory directory, LocalPorts ports) {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(identity(directory, ports));
    settings.putAll(SINGLE_COPY);
    settings.putAll(QUICK_START);
    settings.putAll(LOG);
    return settings;
  }

  private static Map<String, String> identity(DataDirectory directory, LocalPorts ports) {
    String clients = CLIENT_LISTENER + "://" + LocalPorts.HOST + ":" + ports.clients();
    String controller = CONTROLLER_LISTENER + "://" + LocalPorts.HOST + ":" + ports.controller();
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE_ID),
        "controller.quorum.voters",
        NODE_ID + "@" + LocalPorts.HOST + ":" + ports.controller(),
        "listeners",
        clients + "," + controller,
        "advertised.listeners",
        clients,
        "listener.security.protocol.map",
        CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
        "inter.broker.listener.name",
        CLIENT_LISTENER,
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "log.dirs",
        directory.broker().toString());
  }

  private static final Map<String, String> SINGLE_COPY =
      Map.of(
          "default.replication.factor", "1",
          "min.insync.replicas", "1",
          "offsets.topic.replication.factor", "1",
          "offsets.topic.num.partitions", "4",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "transaction.state.log.num.partitions", "4",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "share.coordinator.state.topic.num.partitions", "1");

  private static final Map<String, String> QUICK_START =
      Map.of(
          // nobody else will join, so nobody is waited for
          "group.initial.rebalance.delay.ms", "0",
          "controller.quorum.election.timeout.ms", "200",
          // a busy machine may keep the broker from reporting to the controller beside it; there
          // is no other broker that could take over, so nothing is gained by giving up early
          "broker.session.timeout.ms", "60000",
          "num.network.threads", "2",
          "num.io.threads", "4",
          "num.recovery.threads.per.data.dir", "2",
          "background.threads", "2",
          // beans that nobody reads
          "metric.reporters", "");

  private static final Map<String, String> LOG =
      Map.of(
          "auto.create.topics.enable", "false",
          // after a kill at most this much of each partition is read again
          "log.segment.bytes", Integer.toString(64 << 20),
          // enough for the entries of one such segment
          "log.index.size.max.bytes", Integer.toString(1 << 20),
          "log.retention.ms", "-1",
          "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20),
          "message.max.bytes", Integer.toString(8 << 20),
          // long enough that the reader of a quiet source finds its group again next month
          "offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
}
