package org.kuroshio.ingest.trial;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.kuroshio.ingest.budget.DayQuota;
import org.kuroshio.ingest.budget.RequestBudget;
import org.kuroshio.ingest.cursor.UnitPosition;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.engine.StoppedException;
import org.kuroshio.ingest.live.LiveRun;
import org.kuroshio.ingest.live.LiveUnit;
import org.kuroshio.ingest.live.Unit;
import org.kuroshio.ingest.live.UnitSink;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.memory.RecordMemory;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.ingest.progress.LoadProgress;
import org.kuroshio.ingest.progress.TaskProgress;
import org.kuroshio.ingest.progress.UnitProgress;
import org.kuroshio.ingest.setting.SettingValues;
import org.kuroshio.ingest.source.HttpTransport;
import org.kuroshio.ingest.source.SourceDefinition;

/**
 * Asks a source's server for the first records and shows the events they become. Keeps to the rates
 * of the source's budget, but does not count against what is left of a day's. Touches neither Kafka
 * nor any stored position. {@link #run} once, on one thread.
 */
public final class LiveTrial {
  private final SourceDefinition source;
  private final SettingValues settings;
  private final TrialText text;
  private final Consumer<String> notices;
  private final StopSignal stop = new StopSignal();
  private volatile LiveUnit underWay;
  private volatile boolean cancelled;

  /**
   * @param source as its settings make it
   * @param events gets one line of JSON for each event
   * @param notices gets one line for each rejected record and each request that is to be made again
   */
  public LiveTrial(
      SourceDefinition source,
      SettingValues settings,
      Consumer<String> events,
      Consumer<String> notices) {
    this.source = source;
    this.settings = settings;
    this.text = new TrialText(events, notices);
    this.notices = notices;
  }

  /**
   * @param limit how many records, published or rejected, are shown
   * @throws org.kuroshio.ingest.http.FailedSourceException if a person must act
   * @throws StoppedException if it was cancelled
   */
  public TrialReport run(long limit) throws InterruptedException {
    String run = UUID.randomUUID().toString();
    TaskProgress progress = LoadProgress.of(run).start(0, source.name());
    HttpTransport http = (HttpTransport) source.transport();
    Clock clock = Clock.systemUTC();
    RequestBudget budget = RequestBudget.join(source.name(), http.server().budget(), 1);
    LiveUnit.Task task =
        new LiveUnit.Task(
            CompiledSource.of(source, progress),
            settings,
            budget,
            DayQuota.of(Optional.empty(), 1, clock, day -> 0, day -> 0),
            clock,
            stop);
    boolean complete = false;
    try {
      for (Unit unit : Unit.of(source)) {
        read(unit, task, progress, limit);
      }
      complete = true;
    } catch (StoppedException e) {
      if (cancelled) {
        throw e;
      }
    } finally {
      budget.leave(1);
      LoadProgress.forget(run);
    }
    LoadCounts counts = progress.counts();
    return new TrialReport(
        counts.read(), text.published(), counts.ignored(), text.rejected(), complete);
  }

  private void read(Unit unit, LiveUnit.Task task, TaskProgress progress, long limit)
      throws InterruptedException {
    HttpTransport http = (HttpTransport) source.transport();
    UnitProgress doing =
        new UnitProgress(
            new SimpleMeterRegistry(),
            source.name(),
            unit.name(),
            Optional.empty(),
            progress,
            stop,
            task.clock(),
            task.budget()::left);
    doing.tellRetries(why -> notices.accept("again: " + why));
    RecordMemory memory = new RecordMemory();
    try (LiveUnit live =
        LiveUnit.of(
            task,
            unit,
            UnitPosition.START,
            memory,
            doing,
            shown(memory, limit),
            new SplittableRandom())) {
      underWay = live;
      stop.check();
      new LiveRun(List.of(live), http.every(), true, task.clock(), stop).run();
    } catch (IOException e) {
      throw new UncheckedIOException("a connection can't be closed", e);
    }
  }

  private UnitSink shown(RecordMemory memory, long limit) {
    return new UnitSink() {
      @Override
      public void step(Step step, Optional<LocalDate> rememberUntil) {
        text.show(step);
        rememberUntil.ifPresent(until -> memory.remember(step.key(), step.sha256(), until));
        if (text.shown() >= limit) {
          stop.stop();
          stop.check();
        }
      }

      @Override
      public void reached(UnitPosition position) {
        stop.check();
      }
    };
  }

  /** Ends it, wherever it is. By any thread. */
  public void cancel() {
    cancelled = true;
    stop.stop();
    LiveUnit live = underWay;
    if (live != null) {
      live.cancel();
    }
  }
}
