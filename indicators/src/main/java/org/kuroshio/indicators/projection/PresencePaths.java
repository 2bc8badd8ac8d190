package org.kuroshio.indicators.projection;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.kuroshio.indicators.definition.Presence;

/**
 * The dates between which an entity is in a stock, compiled; gives the days on which the stock
 * changes.
 */
final class PresencePaths {
  /**
   * A day from which the stock is one more or one less; an uncertain one says that the stock is an
   * estimate from then on.
   */
  interface Delta {
    void add(int day, int sign, boolean certain);
  }

  /** Before every day: what is in the stock always was. */
  private static final int ALWAYS = Integer.MIN_VALUE;

  private final String line;
  private final List<FieldPath> from;
  private final List<FieldPath> after;
  private final List<FieldPath> through;
  private final List<FieldPath> until;

  PresencePaths(Schema entity, Presence presence) {
    this.line = presence.line();
    this.from = compile(entity, presence.from());
    this.after = compile(entity, presence.after());
    this.through = compile(entity, presence.through());
    this.until = compile(entity, presence.until());
  }

  /** As {@link Presence#line()}. */
  String line() {
    return line;
  }

  static List<String> paths(Presence presence) {
    List<String> paths = new ArrayList<>(presence.from());
    paths.addAll(presence.after());
    paths.addAll(presence.through());
    paths.addAll(presence.until());
    return paths;
  }

  void deltas(IndexedRecord entity, Delta sink) {
    Interval opening = first(entity, from);
    boolean dayAfter = opening == null && !after.isEmpty();
    if (dayAfter) {
      opening = first(entity, after);
    }
    boolean always = from.isEmpty() && after.isEmpty();
    if (opening == null && !always) {
      return;
    }
    int start = always ? ALWAYS : dayAfter ? opening.to() + 1 : opening.to();
    Interval closing = null;
    int end = Integer.MAX_VALUE;
    for (FieldPath path : through) {
      Interval found = interval(entity, path);
      if (found != null && found.to() + 1 < end) {
        closing = found;
        end = found.to() + 1;
      }
    }
    for (FieldPath path : until) {
      Interval found = interval(entity, path);
      if (found != null && found.to() < end) {
        closing = found;
        end = found.to();
      }
    }
    if (end <= start) {
      return;
    }
    sink.add(start, 1, true);
    if (opening != null && !opening.isExact()) {
      sink.add(opening.from(), 1, false);
      sink.add(opening.to(), -1, false);
    }
    if (closing != null) {
      sink.add(end, -1, true);
      if (!closing.isExact()) {
        sink.add(Math.max(start, closing.from()), 1, false);
        sink.add(Math.max(start, closing.to()), -1, false);
      }
    }
  }

  private static Interval first(IndexedRecord entity, List<FieldPath> paths) {
    for (FieldPath path : paths) {
      Interval found = interval(entity, path);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Interval interval(IndexedRecord entity, FieldPath path) {
    Object value = path.get(entity);
    return value == null ? null : Interval.of(value);
  }

  private static List<FieldPath> compile(Schema entity, List<String> paths) {
    return paths.stream().map(p -> new FieldPath(entity, p)).toList();
  }
}
