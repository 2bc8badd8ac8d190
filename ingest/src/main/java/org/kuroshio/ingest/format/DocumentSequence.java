package org.kuroshio.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Documents one behind the other, parted at their XML declarations, in a charset that has ASCII in
 * it. Not thread-safe.
 */
final class DocumentSequence {
  private static final byte[] DECLARATION = "<?xml ".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private boolean ended;

  /** How much of the document that was opened last has been read. */
  private long documentBytes;

  DocumentSequence(InputStream in) {
    this.in = in;
  }

  /**
   * The next document, which ends where another begins; what was left of the last is passed over.
   */
  Optional<InputStream> next() throws IOException {
    if (documentBytes > 0) {
      for (int more = atHand(); more > 0; more = atHand()) {
        advance(more);
      }
    }
    documentBytes = 0;
    fill();
    while (position < limit && buffer[position] <= ' ' && buffer[position] >= 0) {
      position++;
      fill();
    }
    return position == limit ? Optional.empty() : Optional.of(new Document());
  }

  private void advance(int bytes) {
    position += bytes;
    documentBytes += bytes;
  }

  /** Bytes at hand that surely belong to the document; 0 at its end. */
  private int atHand() throws IOException {
    fill();
    if (position == limit) {
      return 0;
    }
    int sure = ended ? limit : limit - DECLARATION.length + 1;
    for (int i = documentBytes == 0 ? position + 1 : position; i < sure; i++) {
      if (buffer[i] == DECLARATION[0] && startsAt(i)) {
        return i - position;
      }
    }
    return sure - position;
  }

  /** Reads on until a declaration would be whole, or nothing more comes. */
  private void fill() throws IOException {
    while (!ended && limit - position < DECLARATION.length) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
      int read = in.read(buffer, limit, buffer.length - limit);
      ended = read < 0;
      limit += Math.max(read, 0);
    }
  }

  private boolean startsAt(int index) {
    int end = index + DECLARATION.length;
    return end <= limit && Arrays.equals(buffer, index, end, DECLARATION, 0, DECLARATION.length);
  }

  private final class Document extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = Math.min(length, atHand());
      if (count == 0 && length > 0) {
        return -1;
      }
      System.arraycopy(buffer, position, bytes, offset, count);
      advance(count);
      return count;
    }
  }
}
