package org.kuroshio.standalone.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.NotFoundException;
import org.apache.kafka.connect.runtime.AbstractStatus;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.util.ConnectorTaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts again what failed on this worker, after ever longer pauses: a publisher that was away for
 * an hour must not need a person. One thread.
 */
final class FailedTasks {
  private static final Logger LOG = LoggerFactory.getLogger(FailedTasks.class);
  private final Herder herder;
  private final String worker;
  private final Duration first;
  private final Duration longest;
  private final Map<String, Pause> pauses = new HashMap<>();

  /**
   * @param worker this worker's name in its group: each starts its own tasks again
   * @param first the pause after a first failure; each further one is twice as long
   * @param longest no pause is longer
   */
  FailedTasks(Herder herder, String worker, Duration first, Duration longest) {
    this.herder = herder;
    this.worker = worker;
    this.first = first;
    this.longest = longest;
  }

  private record Pause(Instant until, Duration length) {
    Pause next(Instant now, Duration longest) {
      Duration twice = length.multipliedBy(2);
      Duration next = twice.compareTo(longest) > 0 ? longest : twice;
      return new Pause(now.plus(next), next);
    }
  }

  void restart(Collection<String> connectors) {
    for (String name : connectors) {
      try {
        ConnectorStateInfo info = herder.connectorStatus(name);
        if (isFailed(info.connector())) {
          when(name, info.connector(), () -> restartConnector(name));
        }
        for (ConnectorStateInfo.TaskState task : info.tasks()) {
          if (isFailed(task)) {
            when(name + "-" + task.id(), task, () -> restartTask(name, task.id()));
          }
        }
      } catch (NotFoundException e) {
        // nothing was ever started of it
        continue;
      }
    }
  }

  private boolean isFailed(ConnectorStateInfo.AbstractState state) {
    return AbstractStatus.State.FAILED.name().equals(state.state())
        && worker.equals(state.workerId());
  }

  /** A pause that has long gone by is forgotten: what failed a day ago begins anew. */
  private void when(String part, ConnectorStateInfo.AbstractState state, Runnable restart) {
    Instant now = Instant.now();
    Pause pause = pauses.get(part);
    if (pause == null || now.isAfter(pause.until().plus(longest))) {
      pauses.put(part, new Pause(now.plus(first), first));
      LOG.atError()
          .addKeyValue("task", part)
          .addKeyValue("again", first)
          .log("failed: {}", Trace.reason(state.trace()));
    } else if (now.isAfter(pause.until())) {
      Pause next = pause.next(now, longest);
      pauses.put(part, next);
      LOG.atWarn()
          .addKeyValue("task", part)
          .addKeyValue("again", next.length())
          .log("started again after: {}", Trace.reason(state.trace()));
      restart.run();
    }
  }

  private void restartConnector(String name) {
    HerderCall.<Void>of(done -> herder.restartConnector(name, done));
  }

  private void restartTask(String name, int task) {
    HerderCall.<Void>of(done -> herder.restartTask(new ConnectorTaskId(name, task), done));
  }
}
