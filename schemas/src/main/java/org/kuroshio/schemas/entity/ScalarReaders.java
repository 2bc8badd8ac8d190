package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.kuroshio.schemas.entity.Problem.Reason;

/** The readers that need no settings. */
final class ScalarReaders {
  static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private static final String A_TIME =
      "a time with its offset from UTC as 2021-07-14T09:00:00+09:00 or 2021-07-14T00:00:00Z";
  private static final int LAST_YEAR = 9999;

  private ScalarReaders() {}

  static Object bool(JsonNode value, At at, Reading reading) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isTextual() && value.textValue().matches("true|false")) {
      return Boolean.valueOf(value.textValue());
    }
    reading.wrongType(at, value, "true or false");
    return null;
  }

  static Object day(JsonNode value, At at, Reading reading) {
    if (!value.isTextual() || !DAY.matcher(value.textValue()).matches()) {
      reading.wrong(at, Reason.BAD_DATE, Reading.describe(value), "a day as 2006-04-01");
      return null;
    }
    try {
      return LocalDate.parse(value.textValue());
    } catch (DateTimeException e) {
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      reading.wrong(
          at,
          Reason.BAD_DATE,
          Reading.quote(value.textValue()) + " (" + why + ")",
          "a day that exists, as 2006-04-01");
      return null;
    }
  }

  static Object time(JsonNode value, At at, Reading reading) {
    if (!value.isTextual()) {
      reading.wrong(at, Reason.BAD_TIME, Reading.describe(value), A_TIME);
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(value.textValue());
      if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
      }
    } catch (DateTimeException e) {
      // said below, as for a year out of range
    }
    reading.wrong(at, Reason.BAD_TIME, Reading.quote(value.textValue()), A_TIME);
    return null;
  }
}
