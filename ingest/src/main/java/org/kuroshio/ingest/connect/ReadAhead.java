package org.kuroshio.ingest.connect;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.engine.StoppedException;

/**
 * Reads on a thread of its own, some batches ahead of Connect: Connect stops a task only between
 * two polls, so a poll must never wait for a pass over a large file or for a slow server, and
 * reading and sending share two cores better than one.
 *
 * @param <T> what is handed over
 */
final class ReadAhead<T> {
  private static final int BATCHES = 4;
  private static final Duration OFFER = Duration.ofMillis(100);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final Work<T> work;
  private final StopSignal stop;
  private final BlockingQueue<T> ready = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private volatile boolean ended;
  private volatile Throwable failure;

  /** What the thread does; closed by it. */
  interface Work<T> extends Closeable {
    /** Ends when there is nothing more. */
    void run(Out<T> out) throws InterruptedException;
  }

  /** Where what was read goes. */
  interface Out<T> {
    /**
     * Waits while enough is ready.
     *
     * @throws StoppedException if the stop signal comes meanwhile
     */
    void give(T batch) throws InterruptedException;
  }

  ReadAhead(String name, Work<T> work, StopSignal stop) {
    this.work = work;
    this.stop = stop;
    this.thread = new Thread(this::read, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void read() {
    try (work) {
      work.run(this::offer);
    } catch (StoppedException | InterruptedException e) {
      // what was read and not handed over is read again at the next start
      ended = true;
    } catch (IOException e) {
      // everything was read; only closing failed
      ended = true;
    } catch (Throwable e) {
      // the thread's outermost frame: whatever it is, it must end the task and never look like the
      // end of the input
      failure = e;
    } finally {
      ended = true;
    }
  }

  private void offer(T batch) throws InterruptedException {
    while (!ready.offer(batch, OFFER.toMillis(), TimeUnit.MILLISECONDS)) {
      stop.check();
    }
  }

  /** The next batch, or nothing after a while. */
  Optional<T> next(Duration longest) throws InterruptedException {
    return Optional.ofNullable(ready.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Why reading failed, once everything before was handed over. */
  Optional<Throwable> failure() {
    return ended && ready.isEmpty() ? Optional.ofNullable(failure) : Optional.empty();
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
