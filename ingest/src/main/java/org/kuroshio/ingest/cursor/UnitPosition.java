package org.kuroshio.ingest.cursor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far one unit of a source was read.
 *
 * @param reading whether a reading was begun and not ended
 * @param next first day of the window to be read next
 * @param windowEnd last day of the window that is being read, between two of its pages
 * @param frontier the last day that was ever read
 * @param split which of the splits is being read; 0 where there are none
 * @param page where the next page is; empty for the first
 * @param flawed whether something of the window can't be had, so that nothing is claimed of it
 * @param mark a watermark, or the word of a feed, from which readings start
 * @param seen the greatest value seen in this reading
 * @param validators what the server said of an answer, by a hash of its address
 * @param readAt when the last reading ended; the epoch before the first
 */
public record UnitPosition(
    boolean reading,
    Optional<LocalDate> next,
    Optional<LocalDate> windowEnd,
    Optional<LocalDate> frontier,
    int split,
    String page,
    boolean flawed,
    String mark,
    String seen,
    Map<String, String> validators,
    Instant readAt) {
  private static final long FORMAT = 1;
  private static final String VALIDATOR = "validator.";

  public static final UnitPosition START =
      new UnitPosition(
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          "",
          false,
          "",
          "",
          Map.of(),
          Instant.EPOCH);

  public UnitPosition {
    validators = Map.copyOf(validators);
  }

  public UnitPosition begun() {
    return new UnitPosition(
        true, next, windowEnd, frontier, split, page, flawed, mark, seen, validators, readAt);
  }

  /** The window begins at a day, at its first page. */
  public UnitPosition at(LocalDate day) {
    return new UnitPosition(
        true,
        Optional.of(day),
        Optional.empty(),
        frontier,
        0,
        "",
        false,
        mark,
        seen,
        validators,
        readAt);
  }

  /** The day up to which everything was read once, and where the next window begins. */
  public UnitPosition reached(LocalDate through, LocalDate following) {
    LocalDate far = frontier.filter(day -> day.isAfter(through)).orElse(through);
    UnitPosition there = at(following);
    return new UnitPosition(
        true,
        there.next,
        there.windowEnd,
        Optional.of(far),
        0,
        "",
        false,
        mark,
        seen,
        validators,
        readAt);
  }

  /** Between two pages. */
  public UnitPosition turned(
      String nextPage, int ofSplit, Optional<LocalDate> end, String seenNow) {
    return new UnitPosition(
        true, next, end, frontier, ofSplit, nextPage, flawed, mark, seenNow, validators, readAt);
  }

  public UnitPosition validated(Map<String, String> of) {
    return new UnitPosition(
        reading, next, windowEnd, frontier, split, page, flawed, mark, seen, of, readAt);
  }

  /** Something of the window that is being read can't be had. */
  public UnitPosition withFlaw() {
    return new UnitPosition(
        reading, next, windowEnd, frontier, split, page, true, mark, seen, validators, readAt);
  }

  /** A reading has ended. */
  public UnitPosition ended(String newMark, Instant when) {
    return new UnitPosition(
        false,
        Optional.empty(),
        Optional.empty(),
        frontier,
        0,
        "",
        false,
        newMark,
        "",
        validators,
        when);
  }

  /** Texts and whole numbers only, which every converter of Connect gives back as they were. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", FORMAT);
    map.put("reading", reading);
    next.ifPresent(day -> map.put("next", day.toString()));
    windowEnd.ifPresent(day -> map.put("windowEnd", day.toString()));
    frontier.ifPresent(day -> map.put("frontier", day.toString()));
    map.put("split", (long) split);
    map.put("page", page);
    if (flawed) {
      map.put("flawed", true);
    }
    map.put("mark", mark);
    map.put("seen", seen);
    map.put("readAt", readAt.toString());
    new TreeMap<>(validators).forEach((key, value) -> map.put(VALIDATOR + key, value));
    return map;
  }

  /**
   * Keys that are not there are as in {@link #START}, so that an operator may write a short one:
   * {@code {"format": 1, "frontier": "2026-01-31"}}.
   *
   * @throws IllegalArgumentException if the map is not what {@link #toMap} could have made; the
   *     message says why
   */
  public static UnitPosition fromMap(Map<String, ?> map) {
    if (!(map.get("format") instanceof Number format) || format.longValue() != FORMAT) {
      throw new IllegalArgumentException(
          "'format' of a position must be " + FORMAT + ", was " + map.get("format"));
    }
    Map<String, String> validators = new TreeMap<>();
    for (Map.Entry<String, ?> entry : map.entrySet()) {
      String key = entry.getKey();
      if (key.startsWith(VALIDATOR)) {
        validators.put(key.substring(VALIDATOR.length()), text(map, key));
      } else if (!START.withAll().containsKey(key)) {
        throw new IllegalArgumentException(
            "a position has no '" + key + "'; it has " + START.withAll().keySet());
      }
    }
    return new UnitPosition(
        flag(map, "reading"),
        day(map, "next"),
        day(map, "windowEnd"),
        day(map, "frontier"),
        split(map),
        text(map, "page"),
        flag(map, "flawed"),
        text(map, "mark"),
        text(map, "seen"),
        validators,
        readAt(map));
  }

  private Map<String, Object> withAll() {
    Map<String, Object> all = new LinkedHashMap<>(toMap());
    all.put("next", "");
    all.put("windowEnd", "");
    all.put("frontier", "");
    all.put("flawed", false);
    return all;
  }

  private static boolean flag(Map<String, ?> map, String key) {
    if (map.containsKey(key) && !(map.get(key) instanceof Boolean)) {
      throw new IllegalArgumentException("'" + key + "' of a position is true or false");
    }
    return Boolean.TRUE.equals(map.get(key));
  }

  private static int split(Map<String, ?> map) {
    Object value = map.get("split");
    if (value == null) {
      return 0;
    }
    if (value instanceof Number number && number.longValue() >= 0) {
      return Math.toIntExact(number.longValue());
    }
    throw new IllegalArgumentException("'split' of a position is a whole number from 0");
  }

  private static String text(Map<String, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("'" + key + "' of a position is a text, was " + value);
  }

  private static Optional<LocalDate> day(Map<String, ?> map, String key) {
    String text = text(map, key);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + key + "' of a position is a day like 2026-01-31, was '" + text + "'", e);
    }
  }

  private static Instant readAt(Map<String, ?> map) {
    String text = text(map, "readAt");
    try {
      return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'readAt' of a position is an instant like 2026-01-31T00:00:00Z, was '" + text + "'", e);
    }
  }
}
