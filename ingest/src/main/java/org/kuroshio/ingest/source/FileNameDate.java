package org.kuroshio.ingest.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code diff_{yyyyMMdd}.csv}: a day inside a file's name.
 *
 * @param before what stands before the day
 * @param after what stands behind it
 */
public record FileNameDate(String before, DateTimeFormatter day, int length, String after) {
  /**
   * @throws IllegalArgumentException if there is no date pattern in braces
   */
  public static FileNameDate parse(String written) {
    int open = written.indexOf('{');
    int close = written.indexOf('}', open + 1);
    if (open < 0 || close < 0) {
      throw new IllegalArgumentException(
          "a day in a file name is written like diff_{yyyyMMdd}.csv, was '" + written + "'");
    }
    String pattern = written.substring(open + 1, close);
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    return new FileNameDate(
        written.substring(0, open), day, pattern.length(), written.substring(close + 1));
  }

  /** The day, if the name has it. */
  public Optional<LocalDate> in(String fileName) {
    if (fileName.length() != before.length() + length + after.length()
        || !fileName.startsWith(before)
        || !fileName.endsWith(after)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.parse(fileName.substring(before.length(), before.length() + length), day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
