package org.kuroshio.ingest.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * A window that slides over a stream; grows only while one record does not fit, and not beyond a
 * limit.
 */
final class ByteWindow {
  private static final int FIRST_BYTES = 128 * 1024;

  private final InputStream in;
  private final int mostBytes;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int start;
  private int limit;
  private long passed;
  private boolean ended;

  ByteWindow(InputStream in, int mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int limit() {
    return limit;
  }

  boolean ended() {
    return ended;
  }

  /** Position in the stream of an index in the window. */
  long position(int index) {
    return passed + index;
  }

  /** Gives up everything before the index. */
  void moveTo(int index) {
    start = index;
  }

  /** Whether the record that begins at the start already fills all that it may. */
  boolean full() {
    return limit - start >= mostBytes;
  }

  /**
   * Reads more behind the limit; indexes change, the start stays the start. False at the end of the
   * stream.
   *
   * @throws IllegalStateException if the window is full
   */
  boolean more() throws IOException {
    if (ended) {
      return false;
    }
    if (full()) {
      throw new IllegalStateException("a record of " + (limit - start) + " bytes");
    }
    makeRoom();
    int n = in.read(bytes, limit, bytes.length - limit);
    if (n < 0) {
      ended = true;
      return false;
    }
    limit += n;
    return true;
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, limit - start);
      passed += start;
      limit -= start;
      start = 0;
    }
    if (limit == bytes.length) {
      byte[] larger = new byte[Math.min(bytes.length * 2, Math.max(mostBytes, bytes.length + 1))];
      System.arraycopy(bytes, 0, larger, 0, limit);
      bytes = larger;
    }
  }
}
