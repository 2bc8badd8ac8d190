package org.kuroshio.serve.push;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One open stream. Whoever sends puts bytes into its queue and goes on; they are written as the
 * connection takes them. Safe for many threads.
 */
final class Reader implements WriteListener, AsyncListener {
  /** Told once, when the stream is over. */
  interface Gone {
    void gone(Reader reader);
  }

  private final CellFilter filter;
  private final int mostQueuedBytes;
  private final AsyncContext async;
  private final ServletOutputStream out;
  private final Gone gone;
  private final Deque<byte[]> queue = new ArrayDeque<>();
  private long queuedBytes;
  private boolean flushed = true;

  /** Before the container says so, nothing may be written. */
  private boolean opened;

  private boolean ending;
  private boolean over;

  /** The last cut that it was sent; guarded by the lock of {@link Readers}. */
  private long through;

  Reader(CellFilter filter, int mostQueuedBytes, AsyncContext async, Gone gone) throws IOException {
    this.filter = filter;
    this.mostQueuedBytes = mostQueuedBytes;
    this.async = async;
    this.out = async.getResponse().getOutputStream();
    this.gone = gone;
  }

  CellFilter filter() {
    return filter;
  }

  long through() {
    return through;
  }

  void through(long sequence) {
    through = sequence;
  }

  /** From now on the connection takes what is queued. */
  void open() {
    async.addListener(this);
    out.setWriteListener(this);
  }

  /**
   * @return false if the reader was too far behind and is dropped, which its last event says
   */
  synchronized boolean send(byte[] event) {
    if (ending || over) {
      return true;
    }
    boolean fits = queuedBytes + event.length <= mostQueuedBytes || queue.isEmpty();
    if (fits) {
      add(event);
    } else {
      queue.clear();
      queuedBytes = 0;
      ending = true;
      add(
          EventText.notice(
              "dropped",
              "more than %d bytes were waiting to be read: read faster, or ask for fewer cells"
                  .formatted(mostQueuedBytes)));
    }
    drain();
    return fits;
  }

  /** Nothing follows. */
  synchronized void end(byte[] last) {
    if (!ending && !over) {
      ending = true;
      add(last);
      drain();
    }
  }

  /** Shows that the connection stands, if nothing else does. */
  synchronized void beat() {
    if (queue.isEmpty() && !ending && !over) {
      add(EventText.HEARTBEAT);
      drain();
    }
  }

  private void add(byte[] event) {
    queue.add(event);
    queuedBytes += event.length;
  }

  private void drain() {
    try {
      while (opened && !over && out.isReady()) {
        byte[] next = queue.poll();
        if (next != null) {
          queuedBytes -= next.length;
          flushed = false;
          out.write(next);
        } else if (!flushed) {
          flushed = true;
          out.flush();
        } else {
          if (ending) {
            finish();
          }
          return;
        }
      }
    } catch (IOException | IllegalStateException e) {
      // the reader went away: that is how most streams end
      finish();
    }
  }

  private void finish() {
    if (!over) {
      over = true;
      queue.clear();
      gone.gone(this);
      try {
        async.complete();
      } catch (IllegalStateException e) {
        // the container has ended it already
      }
    }
  }

  @Override
  public synchronized void onWritePossible() {
    opened = true;
    drain();
  }

  @Override
  public synchronized void onError(Throwable failure) {
    finish();
  }

  @Override
  public synchronized void onComplete(AsyncEvent event) {
    finish();
  }

  @Override
  public synchronized void onTimeout(AsyncEvent event) {
    finish();
  }

  @Override
  public synchronized void onError(AsyncEvent event) {
    finish();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
