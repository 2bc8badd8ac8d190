package org.kuroshio.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what came out of one file, over all its entries. */
final class Expansion {
  private final String uri;
  private final ArchiveLimits limits;
  private final long mostBytes;
  private long bytes;
  private int entries;

  Expansion(String uri, long sizeBytes, ArchiveLimits limits) {
    this.uri = uri;
    this.limits = limits;
    this.mostBytes = limits.bytesOutOf(sizeBytes);
  }

  void entry() {
    if (++entries > limits.entries()) {
      throw new ArchiveLimitException(
          "'%s' has more than %,d entries; split it".formatted(uri, limits.entries()));
    }
  }

  InputStream bounded(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
      }

      @Override
      public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
      }
    };
  }

  private void count(long more) {
    bytes += more;
    if (bytes > mostBytes) {
      throw new ArchiveLimitException(
          "more than %,d bytes come out of '%s', %d times its size; unpack it if it is honest"
              .formatted(mostBytes, uri, limits.expansion()));
    }
  }
}
