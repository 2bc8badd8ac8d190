package org.kuroshio.ingest.charset;

import java.util.OptionalLong;

/**
 * Checks a stream of bytes for well-formed UTF-8 (no overlong forms, no surrogates, nothing above
 * U+10FFFF), chunk by chunk. Not thread-safe.
 */
public final class Utf8Check {
  private long position;
  private long wrongAt = -1;
  private int pending;
  private int lower = 0x80;
  private int upper = 0xbf;
  private long sequenceStart;
  private int bomBytes;

  public void update(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int i = offset;
    while (i < end && wrongAt < 0) {
      if (pending == 0 && bytes[i] >= 0) {
        i++;
        while (i < end && bytes[i] >= 0) {
          i++;
        }
      } else {
        step(bytes[i] & 0xff, position + (i - offset));
        i++;
      }
    }
    countBom(bytes, offset, length);
    position += length;
  }

  private void step(int b, long at) {
    if (pending > 0) {
      if (b < lower || b > upper) {
        wrongAt = sequenceStart;
        return;
      }
      lower = 0x80;
      upper = 0xbf;
      pending--;
      return;
    }
    sequenceStart = at;
    if (b >= 0xc2 && b <= 0xdf) {
      pending = 1;
    } else if (b >= 0xe0 && b <= 0xef) {
      pending = 2;
      lower = b == 0xe0 ? 0xa0 : 0x80;
      upper = b == 0xed ? 0x9f : 0xbf;
    } else if (b >= 0xf0 && b <= 0xf4) {
      pending = 3;
      lower = b == 0xf0 ? 0x90 : 0x80;
      upper = b == 0xf4 ? 0x8f : 0xbf;
    } else {
      wrongAt = at;
    }
  }

  private void countBom(byte[] bytes, int offset, int length) {
    for (int i = 0; i < length && position + i < 3 && bomBytes == position + i; i++) {
      if ((bytes[offset + i] & 0xff) == ((0xefbbbf >> (16 - 8 * bomBytes)) & 0xff)) {
        bomBytes++;
      }
    }
  }

  /**
   * Where the first byte stands that is wrong, or that begins an incomplete character at the end;
   * empty if all is UTF-8.
   */
  public OptionalLong firstWrongByte() {
    return wrongAt < 0 && pending > 0 ? OptionalLong.of(sequenceStart) : wrongByte();
  }

  /**
   * The same for bytes that are known to be cut off: an incomplete character at the end is not held
   * against them.
   */
  OptionalLong wrongByte() {
    return wrongAt >= 0 ? OptionalLong.of(wrongAt) : OptionalLong.empty();
  }

  public boolean hasBom() {
    return bomBytes == 3;
  }
}
