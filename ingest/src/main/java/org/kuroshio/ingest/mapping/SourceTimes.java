package org.kuroshio.ingest.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.schemas.entity.DateLabels;
import org.kuroshio.schemas.entity.FiscalCalendar;

/**
 * Reads times of publication and versions as sources write them. Remembers the last, as a file's
 * rows repeat it. Not thread-safe.
 */
final class SourceTimes {
  private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
  private static final int DAY_LETTERS = 10;

  private String lastText = "";
  private Instant lastInstant = Instant.EPOCH;

  /** An instant with its offset, or the first moment in UTC of the last day of a date label. */
  Instant instant(String text, Optional<FiscalCalendar> fiscalYears) {
    if (!text.equals(lastText)) {
      lastInstant = parse(text, fiscalYears);
      lastText = text;
    }
    return lastInstant;
  }

  private static Instant parse(String text, Optional<FiscalCalendar> fiscalYears) {
    try {
      if (text.indexOf('T') > 0) {
        return OffsetDateTime.parse(text).toInstant();
      }
      LocalDate day = DateLabels.parse(text, fiscalYears).getTo();
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw Problem.map(
              "bad-time",
              "'"
                  + text
                  + "' is no time of publication, expected 2026-04-01 or 2026-04-01T09:00:00+09:00")
          .thrown();
    }
  }

  /** A whole number as it is, a day as days since 1970, an instant as milliseconds since 1970. */
  long version(String text) {
    if (text.equals("0")) {
      return 0;
    }
    if (DIGITS.matcher(text).matches()) {
      return Long.parseLong(text);
    }
    try {
      return text.length() == DAY_LETTERS
          ? LocalDate.parse(text).toEpochDay()
          : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw Problem.map(
              "bad-version",
              "'" + text + "' is no version, expected a whole number, a day or an instant")
          .thrown();
    }
  }
}
