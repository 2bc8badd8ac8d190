package org.kuroshio.ingest.measure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads them, each with an error that shows a right one. */
public final class Measures {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(B|KB|MB|GB)?");

  private Measures() {}

  /** {@code PT30S}, {@code P1D}; longer than nothing. */
  public static Duration duration(YamlNode node) {
    YamlText text = node.asText();
    try {
      Duration duration = Duration.parse(text.value());
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw text.place()
        .problem("expected a duration like PT30S or P1D, found '" + text.value() + "'");
  }

  /** {@code P7D}, {@code P2W}: whole days, 0 or more. */
  public static int days(YamlNode node) {
    YamlText text = node.asText();
    try {
      Period period = Period.parse(text.value());
      if (period.toTotalMonths() == 0 && period.getDays() >= 0) {
        return period.getDays();
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw text.place()
        .problem("expected a number of days like P7D or P2W, found '" + text.value() + "'");
  }

  /** {@code 2015-01-01}. */
  public static LocalDate day(YamlNode node) {
    YamlText text = node.asText();
    try {
      return LocalDate.parse(text.value());
    } catch (DateTimeException e) {
      throw text.place().problem("expected a day like 2015-01-01, found '" + text.value() + "'");
    }
  }

  /** {@code Asia/Tokyo}, {@code UTC}. */
  public static ZoneId zone(YamlNode node) {
    YamlText text = node.asText();
    try {
      return ZoneId.of(text.value());
    } catch (DateTimeException e) {
      throw text.place()
          .problem("expected a time zone like Asia/Tokyo, found '" + text.value() + "'");
    }
  }

  /** A whole number from {@code least}. */
  public static int count(YamlNode node, int least) {
    YamlText text = node.asText();
    try {
      int count = Integer.parseInt(text.value());
      if (count >= least) {
        return count;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw text.place()
        .problem("expected a whole number from " + least + ", found '" + text.value() + "'");
  }

  /** {@code 64 MB}, in powers of 1,024; a number alone is bytes. */
  public static long bytes(YamlNode node) {
    YamlText text = node.asText();
    Matcher size = SIZE.matcher(text.value().toUpperCase(Locale.ROOT));
    if (!size.matches() || Long.parseLong(size.group(1)) == 0) {
      throw text.place().problem("expected a size like 64 MB, found '" + text.value() + "'");
    }
    return Long.parseLong(size.group(1)) << shift(size.group(2));
  }

  private static int shift(String unit) {
    if (unit == null) {
      return 0;
    }
    return switch (unit) {
      case "KB" -> 10;
      case "MB" -> 20;
      case "GB" -> 30;
      default -> 0;
    };
  }
}
