package org.kuroshio.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text as a stream of UTF-8 bytes, for charsets whose bytes can't be searched. */
final class Utf8Bytes extends InputStream {
  private static final int CHARS = 8 * 1024;

  private final Reader reader;
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final CharBuffer chars = CharBuffer.allocate(CHARS).limit(0);
  private final ByteBuffer bytes = ByteBuffer.allocate(CHARS * 3).limit(0);
  private boolean ended;

  Utf8Bytes(Reader reader) {
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.remaining());
    bytes.get(buffer, offset, n);
    return n;
  }

  private boolean fill() throws IOException {
    while (!bytes.hasRemaining() && !(ended && !chars.hasRemaining())) {
      chars.compact();
      ended = ended || reader.read(chars) < 0;
      chars.flip();
      bytes.clear();
      encoder.encode(chars, bytes, ended);
      bytes.flip();
    }
    return bytes.hasRemaining();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
