package org.kuroshio.ingest.format;

import java.io.IOException;
import java.util.Arrays;

/**
 * Finds the fields of one row after the other in raw bytes, which is sound for every charset that
 * {@link DirectCharset} lets through.
 */
final class CsvTokenizer {
  enum Row {
    FIELDS,
    END,
    COMMENT,
    /** text behind a closing quote */
    STRAY_QUOTE,
    /** a quote without its end */
    OPEN_QUOTE,
    TOO_LARGE
  }

  private final ByteWindow window;
  private final byte delimiter;
  private final int quote;
  private final byte[] comment;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private boolean[] doubled = new boolean[64];
  private int fields;
  private int lineEnds;
  private int next;
  private boolean needsMore;

  /**
   * @param quote -1 for none
   * @param comment what a line starts with that is no row; empty for none
   */
  CsvTokenizer(ByteWindow window, char delimiter, int quote, byte[] comment) {
    this.window = window;
    this.delimiter = (byte) delimiter;
    this.quote = quote;
    this.comment = comment;
  }

  /** Finds the row that begins at the window's start. */
  Row next() throws IOException {
    while (true) {
      if (window.start() == window.limit() && !window.more()) {
        return Row.END;
      }
      needsMore = false;
      Row row = isComment() ? comment() : scan();
      if (!needsMore) {
        return row;
      }
      if (window.full()) {
        return tooLarge(row);
      }
      window.more();
    }
  }

  private boolean isComment() {
    int start = window.start();
    return comment.length > 0
        && window.limit() - start >= comment.length
        && Arrays.equals(window.bytes(), start, start + comment.length, comment, 0, comment.length);
  }

  private Row comment() {
    next = endOfLine(window.start());
    lineEnds = 1;
    needsMore = next == window.limit() && window.bytes()[next - 1] != '\n' && !window.ended();
    return Row.COMMENT;
  }

  private Row tooLarge(Row row) {
    next = endOfLine(window.start());
    lineEnds = 1;
    return row == Row.OPEN_QUOTE ? Row.OPEN_QUOTE : Row.TOO_LARGE;
  }

  private Row scan() {
    fields = 0;
    lineEnds = 0;
    int at = window.start();
    while (true) {
      if (fields == starts.length) {
        grow();
      }
      doubled[fields] = false;
      byte[] bytes = window.bytes();
      boolean quoted = at < window.limit() && bytes[at] == quote;
      int end = quoted ? quotedEnd(at + 1) : plainEnd(at);
      if (end < 0) {
        return quoted ? openQuote() : Row.FIELDS;
      }
      starts[fields] = quoted ? at + 1 : at;
      ends[fields] = end;
      fields++;
      int behind = quoted ? end + 1 : end;
      if (behind < window.limit() && bytes[behind] == delimiter) {
        at = behind + 1;
      } else {
        return endOfRow(behind);
      }
    }
  }

  private Row endOfRow(int at) {
    byte[] bytes = window.bytes();
    int limit = window.limit();
    int end = at < limit && bytes[at] == '\r' ? at + 1 : at;
    if (end == limit) {
      if (!window.ended()) {
        needsMore = true;
        return Row.FIELDS;
      }
      next = end;
      return Row.FIELDS;
    }
    if (bytes[end] == '\n') {
      next = end + 1;
      lineEnds++;
      return Row.FIELDS;
    }
    return recover(Row.STRAY_QUOTE);
  }

  /** -1 if the window ends before the field does. */
  private int plainEnd(int from) {
    byte[] bytes = window.bytes();
    int limit = window.limit();
    byte separator = delimiter;
    for (int i = from; i < limit; i++) {
      byte b = bytes[i];
      if (b == separator || b == '\n') {
        return i;
      }
      if (b == '\r' && i + 1 < limit && bytes[i + 1] == '\n') {
        return i;
      }
    }
    needsMore = !window.ended();
    return needsMore ? -1 : withoutReturn(from, limit);
  }

  private int withoutReturn(int from, int limit) {
    return limit > from && window.bytes()[limit - 1] == '\r' ? limit - 1 : limit;
  }

  /** Index of the closing quote; -1 if the window ends before. */
  private int quotedEnd(int from) {
    byte[] bytes = window.bytes();
    int limit = window.limit();
    for (int i = from; i < limit; i++) {
      byte b = bytes[i];
      if (b == quote) {
        if (i + 1 == limit && !window.ended()) {
          break;
        }
        if (i + 1 == limit || bytes[i + 1] != quote) {
          return i;
        }
        doubled[fields] = true;
        i++;
      } else if (b == '\n') {
        lineEnds++;
      }
    }
    needsMore = !window.ended();
    return -1;
  }

  private Row openQuote() {
    return needsMore ? Row.OPEN_QUOTE : recover(Row.OPEN_QUOTE);
  }

  /** A row that is none ends with its first line, so that one stray quote can't swallow a file. */
  private Row recover(Row row) {
    next = endOfLine(window.start());
    lineEnds = 1;
    return row;
  }

  private int endOfLine(int from) {
    byte[] bytes = window.bytes();
    for (int i = from; i < window.limit(); i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return window.limit();
  }

  private void grow() {
    starts = Arrays.copyOf(starts, fields * 2);
    ends = Arrays.copyOf(ends, fields * 2);
    doubled = Arrays.copyOf(doubled, fields * 2);
  }

  int fields() {
    return fields;
  }

  int start(int field) {
    return starts[field];
  }

  int length(int field) {
    return ends[field] - starts[field];
  }

  /** Whether the field holds doubled quotes. */
  boolean doubled(int field) {
    return doubled[field];
  }

  /** Where the next row begins. */
  int nextRow() {
    return next;
  }

  /** Line ends in the row, its own included. */
  int lineEnds() {
    return lineEnds;
  }
}
