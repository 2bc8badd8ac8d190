package org.kuroshio.ingest.connect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.kuroshio.ingest.engine.SourceRun;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.engine.StoppedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads on a thread of its own, some batches ahead of Connect: Connect stops a task only between
 * two polls, so a poll must never wait for a pass over a large file, and reading and sending share
 * two cores better than one.
 */
final class ReadAhead {
  private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
  private static final int ATTEMPTS = 60;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);
  private static final int BATCHES = 4;
  private static final Duration OFFER = Duration.ofMillis(100);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final SourceRun run;
  private final RecordBatch batch;
  private final int batchRecords;
  private final StopSignal stop;
  private final BlockingQueue<List<SourceRecord>> ready = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private volatile boolean ended;
  private volatile Throwable failure;

  ReadAhead(String name, SourceRun run, RecordBatch batch, int batchRecords, StopSignal stop) {
    this.run = run;
    this.batch = batch;
    this.batchRecords = batchRecords;
    this.stop = stop;
    this.thread = new Thread(this::read, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void read() {
    try (run) {
      while (!stop.isStopped() && fill()) {
        offer();
      }
    } catch (StoppedException | InterruptedException e) {
      // what was read and not handed over is read again at the next start
      ended = true;
    } catch (Throwable e) {
      // the thread's outermost frame: whatever it is, it must end the task and never look like the
      // end of the input
      failure = e;
    } finally {
      ended = true;
    }
  }

  /** False when there is nothing more. */
  private boolean fill() throws InterruptedException {
    while (batch.size() < batchRecords) {
      Optional<Step> step = run.next();
      if (step.isEmpty()) {
        return batch.size() > 0;
      }
      add(step.get());
    }
    return true;
  }

  /** A registry that is away for a moment must not end a load. */
  private void add(Step step) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        batch.add(step);
        return;
      } catch (RetriableException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LOG.atWarn()
            .addKeyValue("attempt", attempt)
            .log("can't frame events yet: {}", e.getMessage());
        stop.await(BETWEEN_ATTEMPTS);
        stop.check();
      }
    }
  }

  private void offer() throws InterruptedException {
    List<SourceRecord> taken = batch.take();
    while (!ready.offer(taken, OFFER.toMillis(), TimeUnit.MILLISECONDS)) {
      stop.check();
    }
  }

  /**
   * The next batch, or nothing after a while.
   *
   * @throws ConnectException if reading failed
   */
  Optional<List<SourceRecord>> next(Duration longest) throws InterruptedException {
    List<SourceRecord> records = ready.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    if (records == null && failure != null) {
      throw new ConnectException("reading failed: " + failure.getMessage(), failure);
    }
    return Optional.ofNullable(records);
  }

  /** Whether everything was read and handed over. */
  boolean isDone() {
    return ended && failure == null && ready.isEmpty();
  }

  /** Waits until the thread is gone; the stop signal must have been given. */
  void join() throws InterruptedException {
    thread.join(LONGEST_STOP.toMillis());
  }
}
