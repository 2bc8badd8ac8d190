package org.kuroshio.standalone.connect;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.NotFoundException;
import org.apache.kafka.connect.runtime.AbstractStatus;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;

/**
 * How a connector and its tasks are, all workers together.
 *
 * @param word FAILED if any part failed, else the connector's own: RUNNING, PAUSED, UNASSIGNED
 * @param running how many tasks run
 * @param failure in words, of the first part that failed
 */
public record SourceState(String word, long running, Optional<String> failure) {
  static SourceState of(Herder herder, String name) {
    try {
      return of(herder.connectorStatus(name));
    } catch (NotFoundException e) {
      return new SourceState(AbstractStatus.State.UNASSIGNED.name(), 0, Optional.empty());
    }
  }

  private static SourceState of(ConnectorStateInfo info) {
    Optional<String> failure =
        Stream.concat(Stream.of(info.connector()), info.tasks().stream())
            .filter(part -> AbstractStatus.State.FAILED.name().equals(part.state()))
            .map(part -> Trace.reason(part.trace()))
            .findFirst();
    long running =
        info.tasks().stream()
            .filter(task -> AbstractStatus.State.RUNNING.name().equals(task.state()))
            .count();
    String word =
        failure.isPresent() ? AbstractStatus.State.FAILED.name() : info.connector().state();
    return new SourceState(word, running, failure);
  }
}
