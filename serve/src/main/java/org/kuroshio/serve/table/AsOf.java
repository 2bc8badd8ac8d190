package org.kuroshio.serve.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kuroshio.schemas.table.Cut;

/** Which cut of the history is asked for. */
public sealed interface AsOf {

  /**
   * @param text a cut's id, an instant, or a day, which means its end in UTC
   * @throws IllegalArgumentException if it is none of them
   */
  static AsOf parse(String text) {
    if (Id.FORM.matcher(text).matches()) {
      return new Id(text.toLowerCase(Locale.ROOT));
    }
    try {
      return new At(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text)
                  .plusDays(1)
                  .atStartOfDay(ZoneOffset.UTC)
                  .toInstant()
                  .minusNanos(1));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no cut (16 hexadecimal digits), no instant (2026-11-23T10:00:00Z) and no day (2026-11-23)"
              .formatted(text),
          e);
    }
  }

  /** Whether the cut asked for lies behind this one, which therefore must not be applied. */
  boolean isBefore(Cut cut);

  /** Whether this is the cut, so that there is no need to read on. */
  boolean is(Cut cut);

  /** The cut of that id. Equal tables have equal ids, so the first one of it will do. */
  record Id(String cut) implements AsOf {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{16}");

    @Override
    public boolean isBefore(Cut other) {
      return false;
    }

    @Override
    public boolean is(Cut other) {
      return other.getCut().equals(cut);
    }

    @Override
    public String toString() {
      return "cut " + cut;
    }
  }

  /** The last cut that was published by then. */
  record At(Instant instant) implements AsOf {
    @Override
    public boolean isBefore(Cut other) {
      return other.getAt().isAfter(instant);
    }

    @Override
    public boolean is(Cut other) {
      return false;
    }

    @Override
    public String toString() {
      return "cut at or before " + instant;
    }
  }
}
