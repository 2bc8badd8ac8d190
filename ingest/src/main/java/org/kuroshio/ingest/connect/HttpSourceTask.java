package org.kuroshio.ingest.connect;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.kuroshio.ingest.budget.DayQuota;
import org.kuroshio.ingest.budget.RequestBudget;
import org.kuroshio.ingest.cursor.UnitPosition;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.live.LiveRun;
import org.kuroshio.ingest.live.LiveUnit;
import org.kuroshio.ingest.live.Unit;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.memory.RecordMemory;
import org.kuroshio.ingest.message.Messages;
import org.kuroshio.ingest.progress.LoadProgress;
import org.kuroshio.ingest.progress.TaskProgress;
import org.kuroshio.ingest.progress.UnitProgress;
import org.kuroshio.ingest.setting.SettingValues;
import org.kuroshio.ingest.source.HttpTransport;
import org.kuroshio.ingest.source.SourceDefinition;

/** Hands what a server gives to Connect, and Connect's acknowledgements to positions and counts. */
public final class HttpSourceTask extends SourceTask {
  private static final Duration IDLE = Duration.ofMillis(250);

  /** How long what was read before a failure may take to arrive. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final StopSignal stop = new StopSignal();
  private final Clock clock = Clock.systemUTC();
  private final Deque<Delivery> underWay = new ArrayDeque<>();
  private final List<TaskUnit> units = new ArrayList<>();
  private Messages messages;
  private TaskProgress progress;
  private RequestBudget budget;
  private int tasks;
  private QuotaKeeper quota;
  private LiveWork work;
  private ReadAhead<LiveBatch> ahead;
  private Instant failedAt;
  private boolean lastWordsSaid;
  private boolean readToEnd;
  private boolean left;

  @Override
  public void start(Map<String, String> properties) {
    HttpSourceConfig config =
        new HttpSourceConfig(TaskShare.with(HttpSourceConfig.DEFINITION), properties);
    TaskShare share = TaskShare.of(config);
    SourceDefinition definition = config.definition();
    HttpTransport http = (HttpTransport) definition.transport();
    progress = LoadProgress.of(config.run()).start(share.index(), definition.name());
    messages = new Messages(config.schemaIds(), config.topicPrefix());
    tasks = share.count();
    budget = RequestBudget.join(definition.name(), http.server().budget(), tasks);
    List<Unit> all = Unit.of(definition);
    List<Unit> mine = Unit.share(all, share.index(), share.count());
    StoredLive stored = new StoredLive(context.offsetStorageReader(), definition.name());
    DayQuota day =
        DayQuota.of(http.server().budget(), tasks, clock, stored.spent(mine), stored.spent(all));
    quota =
        new QuotaKeeper(
            day,
            LivePartition.quota(definition.name(), mine.get(0).name()).toMap(),
            stored.spent(mine.subList(1, mine.size())));
    LiveUnit.Task shared =
        new LiveUnit.Task(
            CompiledSource.of(definition, progress),
            SettingValues.of(definition.name(), definition.settings(), config.given()),
            budget,
            day,
            clock,
            stop);
    List<UnitBatchesMaker> makers = new ArrayList<>();
    for (Unit unit : mine) {
      makers.add(prepared(unit, definition, http, config, stored, shared));
    }
    work =
        new LiveWork(
            out -> makers.stream().map(maker -> maker.open(out)).toList(),
            live -> new LiveRun(live, http.every(), config.once(), clock, stop));
    ahead = new ReadAhead<>("kuroshio-read-" + definition.name() + "-" + share.index(), work, stop);
    ahead.start();
  }

  /** A unit that is made when it is known where its batches go. */
  private interface UnitBatchesMaker {
    LiveUnit open(ReadAhead.Out<LiveBatch> out);
  }

  private UnitBatchesMaker prepared(
      Unit unit,
      SourceDefinition definition,
      HttpTransport http,
      HttpSourceConfig config,
      StoredLive stored,
      LiveUnit.Task shared) {
    UnitProgress doing =
        new UnitProgress(
            Metrics.globalRegistry,
            definition.name(),
            unit.name(),
            http.rhythm(),
            progress,
            stop,
            clock,
            () -> least(budget.left(), shared.quota().left()));
    UnitPosition position = config.rereads() ? UnitPosition.START : stored.position(unit);
    TaskUnit of = new TaskUnit(definition.name(), unit.name(), doing, position);
    units.add(of);
    RecordMemory memory = new RecordMemory();
    Map<Integer, Map<String, Object>> found =
        config.rereads() ? Map.of() : stored.load(unit, memory);
    Framing framing = new Framing(messages, stop);
    return out -> {
      UnitBatches batches =
          new UnitBatches(of, definition.name(), memory, framing, config.batchRecords(), out);
      found.forEach(batches::found);
      return LiveUnit.of(shared, unit, position, memory, doing, batches, new SplittableRandom());
    };
  }

  private static Optional<Long> least(Optional<Long> left, Optional<Long> right) {
    return Stream.of(left, right).flatMap(Optional::stream).min(Long::compare);
  }

  @Override
  public List<SourceRecord> poll() throws InterruptedException {
    // first what may fail: a batch that was taken must be given to Connect
    settle();
    List<SourceRecord> records = said(failing());
    ahead
        .next(records.isEmpty() ? IDLE : Duration.ZERO)
        .ifPresent(
            batch -> {
              underWay.add(batch.delivery());
              records.addAll(batch.records());
            });
    progress.sent(records.size());
    if (ahead.isDone() && !stop.isStopped() && underWay.isEmpty() && !readToEnd) {
      readToEnd = units.stream().allMatch(TaskUnit::isSaid);
      if (readToEnd) {
        progress.readToEnd();
      }
    }
    return records.isEmpty() ? null : records;
  }

  /** Positions behind which everything has arrived may be stored. */
  private void settle() {
    while (!underWay.isEmpty() && underWay.peek().isComplete()) {
      Delivery delivery = underWay.remove();
      delivery.position().ifPresent(delivery.unit()::reached);
    }
  }

  /** How its units are doing, where that is to be said now. */
  private List<SourceRecord> said(boolean last) {
    List<SourceRecord> records = new ArrayList<>();
    Instant now = clock.instant();
    for (TaskUnit unit : units) {
      unit.status(messages, now, last).ifPresent(records::add);
    }
    quota.record(() -> units.get(0).word(messages)).ifPresent(records::add);
    return records;
  }

  /**
   * True once, when the last words of a reading that failed may be said.
   *
   * @throws ConnectException behind them
   */
  private boolean failing() {
    Optional<Throwable> failure = ahead.failure();
    if (failure.isEmpty()) {
      return false;
    }
    if (lastWordsSaid) {
      throw new ConnectException("reading failed: " + failure.get().getMessage(), failure.get());
    }
    failedAt = failedAt == null ? clock.instant() : failedAt;
    lastWordsSaid = underWay.isEmpty() || clock.instant().isAfter(failedAt.plus(LAST_WORDS));
    return lastWordsSaid;
  }

  /** Called on a thread of the producer's. */
  @Override
  public void commitRecord(SourceRecord record, RecordMetadata metadata) {
    if (metadata == null) {
      progress.dropped();
    } else {
      progress.acknowledged(metadata.topic(), metadata.partition(), metadata.offset());
    }
    if (record instanceof LiveRecord ours) {
      ours.ended().ifPresent(step -> count(step, ours.delivery().unit().progress()));
      ours.delivery().arrived();
    } else {
      quota.arrived(record);
    }
  }

  private static void count(Step step, UnitProgress progress) {
    if (step.kind() == Step.Kind.PUBLISHED) {
      progress.published(step.events().get(step.events().size() - 1).publishedAt());
    }
    step.rejection().ifPresent(rejection -> progress.rejected(rejection.getReason()));
  }

  /** Called behind each commit of offsets. */
  @Override
  public void commit() {
    quota.committed();
  }

  /** Called on the polling thread or another, also when the start failed half-way. */
  @Override
  public void stop() {
    stop.stop();
    try {
      if (work != null) {
        work.cancel();
      }
      if (ahead != null) {
        ahead.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (budget != null && !left) {
      left = true;
      budget.leave(tasks);
    }
  }

  @Override
  public String version() {
    return ModuleVersion.VERSION;
  }
}
