package org.kuroshio.standalone.connect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.runtime.rest.ConnectRestServer;
import org.apache.kafka.connect.runtime.rest.RestClient;
import org.apache.kafka.connect.runtime.rest.resources.InternalConnectResource;

/**
 * What a worker must answer the other workers, and nothing else: a leader is told there of new
 * tasks and fences old ones. These requests are signed with a key that the workers share through
 * Kafka, so whoever else reaches the port can do nothing with it.
 */
final class WorkerRestServer extends ConnectRestServer {
  WorkerRestServer(int rebalanceTimeoutMillis, RestClient client, Map<String, String> settings) {
    super(rebalanceTimeoutMillis, client, settings);
  }

  @Override
  protected Collection<Class<?>> regularResources() {
    return List.of(InternalConnectResource.class);
  }

  @Override
  protected Collection<Class<?>> adminResources() {
    return List.of();
  }
}
