package org.kuroshio.schemas.frame;

import java.nio.charset.StandardCharsets;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary encoding in an array, read in place. Checks every length against the bytes that are
 * left, so that no count of a broken record makes it take memory or time. Not safe for many
 * threads.
 */
final class Cursor {
  /** The record ends where a value should stand. */
  static final class EndException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndException() {
      super("ends in the middle", null, false, false);
    }
  }

  /** Of a number of 64 bits. */
  private static final int MOST_GROUPS = 10;

  private static final int KNOWN_TEXTS = 1 << 10;
  private static final int LONGEST_KNOWN_BYTES = 32;

  /** Codes of regions, roles and currencies come again and again: one object for each. */
  private final String[] texts = new String[KNOWN_TEXTS];

  private byte[] bytes;
  private int at;

  void begin(byte[] record, int from) {
    bytes = record;
    at = from;
  }

  int position() {
    return at;
  }

  boolean isEnd() {
    return at == bytes.length;
  }

  int readInt() {
    long value = readLong();
    if (value != (int) value) {
      throw new IllegalArgumentException("a number of more than 32 bits: " + value);
    }
    return (int) value;
  }

  /** Zigzag, in groups of seven bits, the lowest first; most numbers and lengths are one group. */
  long readLong() {
    int from = at;
    if (from < bytes.length && bytes[from] >= 0) {
      at = from + 1;
      long group = bytes[from];
      return (group >>> 1) ^ -(group & 1);
    }
    return readLongNumber();
  }

  private long readLongNumber() {
    long raw = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte group = readByte();
      raw |= (long) (group & 0x7F) << shift;
      if (group >= 0) {
        return (raw >>> 1) ^ -(raw & 1);
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }

  /** Where the value behind a number begins. */
  static int afterNumber(byte[] bytes, int from) {
    int next = from;
    int longest = Math.min(bytes.length, from + MOST_GROUPS);
    while (next < longest && bytes[next] < 0) {
      next++;
    }
    if (next == longest) {
      throw next == bytes.length
          ? new EndException()
          : new IllegalArgumentException("a number of more than 64 bits");
    }
    return next + 1;
  }

  /** Where the value behind so many bytes begins. */
  static int after(byte[] bytes, int from, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a length below zero: " + count);
    }
    if (count > bytes.length - from) {
      throw new EndException();
    }
    return from + (int) count;
  }

  /** Where the value behind a length and so many bytes begins. */
  int afterText(int from) {
    at = from;
    long length = readLong();
    return after(bytes, at, length);
  }

  /** The number there; {@link #position} is behind it. */
  int number(int from) {
    at = from;
    return readInt();
  }

  void skip(Skipping unwanted) {
    at = unwanted.skip(this, bytes, at);
  }

  byte readByte() {
    if (at >= bytes.length) {
      throw new EndException();
    }
    return bytes[at++];
  }

  boolean readBoolean() {
    return readByte() == 1;
  }

  /** Fixed width, little-endian. */
  long readBits(int width) {
    int from = take(width);
    long bits = 0;
    for (int i = 0; i < width; i++) {
      bits |= (bytes[from + i] & 0xFFL) << (8 * i);
    }
    return bits;
  }

  byte[] readBytes(long count) {
    int from = take(count);
    byte[] copy = new byte[(int) count];
    System.arraycopy(bytes, from, copy, 0, copy.length);
    return copy;
  }

  byte[] readBytes() {
    return readBytes(readLong());
  }

  Utf8 readUtf8() {
    return new Utf8(readBytes());
  }

  String readText() {
    long length = readLong();
    int from = take(length);
    if (length > LONGEST_KNOWN_BYTES) {
      return decode(from, (int) length);
    }
    int hash = 0;
    for (int i = from; i < at; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (KNOWN_TEXTS - 1);
    String known = texts[slot];
    if (known == null || !isAscii(known, from, (int) length)) {
      known = decode(from, (int) length);
      texts[slot] = known;
    }
    return known;
  }

  /** How many elements an array's or map's next block has; 0 at its end. */
  int readBlock() {
    long count = readLong();
    if (count < 0) {
      readLong();
      count = -count;
    }
    if (count < 0 || count > bytes.length - at) {
      throw new IllegalArgumentException("a block of more elements than bytes are left: " + count);
    }
    return (int) count;
  }

  /**
   * Like {@link #readBlock}, but steps over blocks that say how long they are, as nobody wants
   * their elements.
   *
   * @param from where the array or map begins, or goes on
   * @return how many elements have to be skipped one by one; 0 at the end
   */
  int blocks(int from) {
    at = from;
    long count = readLong();
    while (count < 0) {
      take(readLong());
      count = readLong();
    }
    if (count > bytes.length - at) {
      throw new IllegalArgumentException("a block of more elements than bytes are left: " + count);
    }
    return (int) count;
  }

  private int take(long count) {
    int from = at;
    at = after(bytes, from, count);
    return from;
  }

  private String decode(int from, int length) {
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }

  /** Texts with other characters are decoded each time. */
  private boolean isAscii(String text, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
