package org.kuroshio.standalone.run;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.kuroshio.standalone.connect.DistributedWorker;
import org.kuroshio.standalone.connect.SourceState;
import org.kuroshio.standalone.lag.HopLag;
import org.kuroshio.standalone.lag.LagWatch;

/**
 * How a process is doing at one moment.
 *
 * @param sources by name, of the whole group; empty where nothing is ingested here
 * @param lag empty where no streams run here, or the cluster has not answered yet
 */
public record RunState(Map<String, SourceState> sources, Optional<HopLag> lag) {

  /** What is asked for it. */
  record Parts(Optional<DistributedWorker> worker, Optional<LagWatch> lag) {
    RunState now() {
      return new RunState(
          worker.map(running -> running.sources().states()).orElse(Map.of()),
          lag.flatMap(LagWatch::newest));
    }
  }

  /** In one line. */
  public String line() {
    StringJoiner line = new StringJoiner(" | ");
    lag.ifPresent(
        hops ->
            line.add(
                String.format(
                    Locale.ROOT,
                    "%,d events to sum, %,d sums to publish",
                    hops.events(),
                    hops.sums())));
    sources.forEach((name, state) -> line.add(source(name, state)));
    return line.length() == 0 ? "running" : line.toString();
  }

  private static String source(String name, SourceState state) {
    return state
        .failure()
        .map(why -> name + " FAILED: " + why)
        .orElseGet(
            () ->
                "%s %s, %d %s"
                    .formatted(
                        name,
                        state.word().toLowerCase(Locale.ROOT),
                        state.running(),
                        state.running() == 1 ? "task" : "tasks"));
  }
}
