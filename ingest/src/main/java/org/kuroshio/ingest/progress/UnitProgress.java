package org.kuroshio.ingest.progress;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kuroshio.ingest.engine.ReadWatch;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.http.RequestWatch;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;

/**
 * How one unit of a source is doing. Written by the reading thread and Kafka's callbacks, read by
 * anybody.
 */
public final class UnitProgress implements ReadWatch, RequestWatch {
  private final String source;
  private final String slice;
  private final Optional<Duration> rhythm;
  private final TaskProgress task;
  private final StopSignal stop;
  private final Clock clock;
  private final Supplier<Optional<Long>> budgetLeft;
  private final UnitMeters meters;
  private final LongAdder read = new LongAdder();
  private final LongAdder known = new LongAdder();
  private final LongAdder ignored = new LongAdder();
  private final LongAdder published = new LongAdder();
  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final ReasonCounts rejected = new ReasonCounts();
  private final AtomicReference<Instant> lastSuccess = new AtomicReference<>();
  private final AtomicReference<Instant> newest = new AtomicReference<>();
  private final AtomicReference<String> error = new AtomicReference<>();
  private final AtomicReference<SourceState> state = new AtomicReference<>(SourceState.WAITING);

  private volatile Consumer<String> retryTeller = why -> {};

  /** Grows whenever something happens that should be said at once. */
  private final AtomicLong news = new AtomicLong();

  /**
   * @param slice the unit's name
   * @param budgetLeft what is left of the tightest budget
   */
  public UnitProgress(
      MeterRegistry registry,
      String source,
      String slice,
      Optional<Duration> rhythm,
      TaskProgress task,
      StopSignal stop,
      Clock clock,
      Supplier<Optional<Long>> budgetLeft) {
    this.source = source;
    this.slice = slice;
    this.rhythm = rhythm;
    this.task = task;
    this.stop = stop;
    this.clock = clock;
    this.budgetLeft = budgetLeft;
    this.meters = new UnitMeters(registry, source, slice);
    meters.gauges(this);
  }

  @Override
  public void bytes(long bytes) {
    task.bytes(bytes);
  }

  @Override
  public void known(long records) {
    known.add(records);
    task.known(records);
  }

  @Override
  public void read() {
    read.increment();
    task.read();
  }

  @Override
  public void ignored() {
    ignored.increment();
    task.ignored();
  }

  @Override
  public void skipped(String uri) {
    task.skipped(uri);
  }

  @Override
  public void fileDone() {
    task.fileDone();
  }

  /** Acknowledged by Kafka. */
  public void published(Instant publishedAt) {
    published.increment();
    task.published();
    newest.accumulateAndGet(publishedAt, (old, now) -> old == null || now.isAfter(old) ? now : old);
  }

  /** The rejection is acknowledged by Kafka. */
  public void rejected(String reason) {
    rejected.count(reason);
    task.rejected(reason);
  }

  @Override
  public void answered(int status, Duration took) {
    requests.increment();
    meters.request(String.valueOf(status), took);
  }

  @Override
  public void broke(String reason, Duration took) {
    requests.increment();
    meters.request(reason, took);
  }

  @Override
  public void retrying(String why) {
    retries.increment();
    meters.retry();
    error.set(why);
    news.incrementAndGet();
    retryTeller.accept(why);
  }

  /** Has it told at once, on the reading thread, why a request is to be made again. */
  public void tellRetries(Consumer<String> teller) {
    retryTeller = teller;
  }

  @Override
  public void waiting() {
    stop.check();
  }

  @Override
  public void rest(Duration pause) throws InterruptedException {
    SourceState before = state.getAndSet(SourceState.WAITING);
    stop.await(pause);
    stop.check();
    state.set(before);
  }

  /** A request was answered, and the answer read to its end. */
  public void succeeded() {
    lastSuccess.set(clock.instant());
    error.set(null);
  }

  public void reading() {
    state.set(SourceState.RUNNING);
  }

  /** A reading has ended, and the next is some time away. */
  public void pausing() {
    state.set(SourceState.WAITING);
    news.incrementAndGet();
  }

  /** A reading has ended, and there will be none after it. */
  public void done() {
    state.set(SourceState.DONE);
    news.incrementAndGet();
  }

  public void failed(String why) {
    state.set(SourceState.FAILED);
    error.set(why);
    news.incrementAndGet();
  }

  public long news() {
    return news.get();
  }

  Optional<Long> budgetLeft() {
    return budgetLeft.get();
  }

  double secondsSinceSuccess() {
    return secondsSince(lastSuccess.get());
  }

  double secondsBehind() {
    return secondsSince(newest.get());
  }

  private double secondsSince(Instant then) {
    return then == null ? Double.NaN : Duration.between(then, clock.instant()).toMillis() / 1000.0;
  }

  public SourceStatus status() {
    Map<String, Long> reasons = rejected.now();
    long before = known.sum();
    return SourceStatus.newBuilder()
        .setSource(source)
        .setSlice(slice)
        .setState(state.get())
        .setAt(clock.instant())
        .setLastSuccessAt(lastSuccess.get())
        .setNewestPublishedAt(newest.get())
        .setRhythmSeconds(rhythm.map(Duration::toSeconds).orElse(null))
        .setRead(read.sum() + before)
        .setPublished(published.sum())
        .setKnown(before)
        .setIgnored(ignored.sum())
        .setRejected(reasons)
        .setRequests(requests.sum())
        .setRetries(retries.sum())
        .setBudgetLeft(budgetLeft.get().orElse(null))
        .setError(error.get())
        .build();
  }

  /** The unit is read no more here. */
  public void close() {
    meters.close();
  }
}
