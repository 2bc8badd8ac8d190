package org.kuroshio.ingest.request;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * What stands between <code>${</code> and <code>}</code> in a request.
 *
 * @param name {@code window.from}, {@code settings.token}, {@code item}
 * @param dates how a day is written; ISO where none is said
 * @param pointer into the item
 */
record Hole(String name, Optional<DateTimeFormatter> dates, Optional<JsonPointer> pointer) {
  static final String SETTING = "settings.";
  static final String ITEM = "item";
  private static final List<String> NAMES =
      List.of(
          "window.from",
          "window.to",
          "page.offset",
          "page.number",
          "page.size",
          "page.cursor",
          "page.after",
          "page.first",
          "page.last",
          "slice",
          "split",
          "watermark",
          "items");

  /** The variables of pages that are numbers, in a JSON body too. */
  private static final List<String> NUMBERS =
      List.of("page.offset", "page.number", "page.size", "page.first", "page.last");

  /**
   * @throws IllegalArgumentException if no request has such a variable
   */
  static Hole parse(String inside) {
    if (inside.startsWith(SETTING)) {
      return new Hole(inside, Optional.empty(), Optional.empty());
    }
    if (inside.startsWith(ITEM + "/")) {
      JsonPointer pointer = JsonPointer.compile(inside.substring(ITEM.length()));
      return new Hole(ITEM, Optional.empty(), Optional.of(pointer));
    }
    int colon = inside.indexOf(':');
    String name = colon < 0 ? inside : inside.substring(0, colon);
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "'${"
              + inside
              + "}' is no variable of a request"
              + Nearest.hint(name, NAMES)
              + "; also ${settings.NAME} and ${item/POINTER}");
    }
    if (colon >= 0 && !name.startsWith("window.")) {
      throw new IllegalArgumentException("only a day has a pattern, '" + name + "' has none");
    }
    return new Hole(
        name,
        colon < 0 ? Optional.empty() : Optional.of(pattern(inside.substring(colon + 1))),
        Optional.empty());
  }

  private static DateTimeFormatter pattern(String pattern) {
    try {
      DateTimeFormatter dates = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT);
      if (dates.format(java.time.LocalDate.EPOCH).isEmpty()) {
        throw new IllegalArgumentException("it writes nothing");
      }
      return dates;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is no pattern of a day like yyyyMMdd: " + e.getMessage(), e);
    }
  }

  boolean isNumber() {
    return NUMBERS.contains(name);
  }
}
