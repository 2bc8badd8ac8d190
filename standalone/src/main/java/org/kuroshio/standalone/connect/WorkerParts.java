package org.kuroshio.standalone.connect;

import java.util.Map;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.connector.policy.ConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.connector.policy.NoneConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.ConnectRestServer;
import org.apache.kafka.connect.runtime.rest.RestClient;

/** Connect's distributed worker as its own command makes it, with a server of our choice. */
final class WorkerParts extends ConnectDistributed {
  private final DistributedHerder herder;
  private final ConnectRestServer server;

  private WorkerParts(Map<String, String> settings, boolean wholeApi) {
    Plugins plugins = new Plugins(settings);
    plugins.compareAndSwapWithDelegatingLoader();
    DistributedConfig config = new DistributedConfig(settings);
    RestClient client = new RestClient(config);
    server =
        wholeApi
            ? new ConnectRestServer(config.rebalanceTimeout(), client, config.originals())
            : new WorkerRestServer(config.rebalanceTimeout(), client, config.originalsStrings());
    server.initializeServer();
    ConnectorClientConfigOverridePolicy overrides = new NoneConnectorClientConfigOverridePolicy();
    herder = createHerder(config, address(), plugins, overrides, server, client);
  }

  /** Made, and listening, but not started. */
  static WorkerParts make(Map<String, String> settings, boolean wholeApi) {
    return new WorkerParts(settings, wholeApi);
  }

  void start() {
    herder.start();
    server.initializeResources(herder);
  }

  /** Host and port as the other workers know them, which is also this worker's name. */
  String address() {
    return server.advertisedUrl().getHost() + ":" + server.advertisedUrl().getPort();
  }

  DistributedHerder herder() {
    return herder;
  }

  void stop() {
    server.stop();
    herder.stop();
  }
}
