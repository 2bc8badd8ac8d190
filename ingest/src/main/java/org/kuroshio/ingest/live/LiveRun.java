package org.kuroshio.ingest.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.http.FailedSourceException;

/**
 * Reads a task's units in turn, each as often as the source says. Used by one thread; only the stop
 * signal may come from another.
 */
public final class LiveRun {
  private final List<LiveUnit> units;
  private final Duration every;
  private final boolean once;
  private final Clock clock;
  private final StopSignal stop;

  /**
   * @param every how long after a reading the next begins
   * @param once whether to end when everything was read that there is now
   */
  public LiveRun(List<LiveUnit> units, Duration every, boolean once, Clock clock, StopSignal stop) {
    this.units = List.copyOf(units);
    this.every = every;
    this.once = once;
    this.clock = clock;
    this.stop = stop;
  }

  /**
   * @throws FailedSourceException if a person must act
   * @throws org.kuroshio.ingest.engine.StoppedException if the stop signal was given meanwhile
   */
  public void run() throws InterruptedException {
    do {
      for (LiveUnit unit : units) {
        if (once || !clock.instant().isBefore(due(unit))) {
          read(unit);
        }
      }
    } while (!once && !stop.await(pause()));
  }

  private Instant due(LiveUnit unit) {
    return unit.reading().position().reading()
        ? Instant.EPOCH
        : unit.reading().position().readAt().plus(every);
  }

  private void read(LiveUnit unit) throws InterruptedException {
    unit.progress().reading();
    try {
      unit.reading().read();
    } catch (FailedSourceException e) {
      unit.progress().failed(e.getMessage());
      throw e;
    } catch (org.kuroshio.ingest.page.BeyondReachException e) {
      unit.progress().failed(e.getMessage());
      throw new FailedSourceException(e.getMessage());
    }
    if (once) {
      unit.progress().done();
    } else {
      unit.progress().pausing();
    }
  }

  private Duration pause() {
    Instant next = units.stream().map(this::due).min(Instant::compareTo).orElse(Instant.MAX);
    Duration pause = Duration.between(clock.instant(), next);
    return pause.isNegative() ? Duration.ofMillis(1) : pause;
  }
}
