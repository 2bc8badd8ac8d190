package org.kuroshio.standalone.connect;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.errors.ConnectException;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.installation.IngestPart;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.role.Role;

/**
 * Connect's distributed worker, one of any number in its group: it takes over the tasks of a worker
 * that is gone, and events and positions are committed in one transaction.
 */
public final class DistributedWorker implements Role {
  private final WorkerParts parts;
  private final SourceConnectors sources;

  private DistributedWorker(WorkerParts parts, SourceConnectors sources) {
    this.parts = parts;
    this.sources = sources;
  }

  /**
   * Returns at once; the worker joins its group, and brings the group's connectors into agreement
   * with the configuration as soon as it leads.
   *
   * @param connectors settings by the connector's name: what the group shall run
   * @throws Failure if the worker can't listen or reach the cluster
   */
  public static DistributedWorker start(
      RunConfig config, Map<String, Map<String, String>> connectors) {
    // Connect would end the process in the middle of its own thread
    Exit.setExitProcedure(DistributedWorker::refuseToExit);
    WorkerParts parts = make(config);
    parts.start();
    return new DistributedWorker(
        parts, SourceConnectors.keep(parts.herder(), parts.address(), connectors));
  }

  private static WorkerParts make(RunConfig config) {
    IngestPart ingest = config.ingest();
    try {
      return WorkerParts.make(WorkerSettings.of(config), ingest.api() == IngestPart.WorkerApi.FULL);
    } catch (ConnectException e) {
      throw new Failure(
          "the Connect worker can't start on %s:%d: %s"
              .formatted(ingest.host(), ingest.port(), Trace.reason(e)),
          e);
    }
  }

  private static void refuseToExit(int status, String message) {
    throw new IllegalStateException(
        "Connect asked to end the process with status %d: %s".formatted(status, message));
  }

  /** How each source is doing, as its group knows. */
  public SourceConnectors sources() {
    return sources;
  }

  /** Where the other workers reach this one. */
  public String address() {
    return parts.address();
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public Optional<Failure> failure() {
    Future<?> herder = parts.herder().herderTask();
    return herder.isDone()
        ? Optional.of(
            new Failure(
                "the Connect worker stopped; its log says why. The other workers of the group go"
                    + " on"))
        : Optional.empty();
  }

  /** Stops the tasks, which ends their transactions, and leaves the group. */
  @Override
  public void close() {
    sources.close();
    parts.stop();
  }
}
