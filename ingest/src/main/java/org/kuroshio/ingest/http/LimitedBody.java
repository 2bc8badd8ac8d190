package org.kuroshio.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/**
 * Copies an answer's body, but not more of it than a limit, and not longer than a time allows: a
 * server that sends one byte a second would otherwise hold a task for ever.
 *
 * @param most bytes after unpacking
 */
record LimitedBody(String shown, long most, Duration whole) {
  private static final int BUFFER_BYTES = 64 * 1024;

  byte[] bytes(InputStream in, String encoding) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER_BYTES);
    copy(unpacked(in, encoding), out);
    return out.toByteArray();
  }

  void copy(InputStream in, OutputStream out) throws IOException {
    long end = System.nanoTime() + whole.toNanos();
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      size += n;
      if (size > most) {
        throw new RefusedAnswerException(
            "more than %,d bytes come from %s; raise 'limits' if that is right"
                .formatted(most, shown));
      }
      if (System.nanoTime() > end) {
        throw new IOException("the answer took longer than " + whole);
      }
      out.write(buffer, 0, n);
    }
  }

  private InputStream unpacked(InputStream in, String encoding) throws IOException {
    return switch (encoding) {
      case "", "identity" -> in;
      case "gzip", "x-gzip" -> new GZIPInputStream(in, BUFFER_BYTES);
      default ->
          throw new RefusedAnswerException(
              "the answer of "
                  + shown
                  + " is packed as '"
                  + encoding
                  + "', which nobody asked for");
    };
  }
}
