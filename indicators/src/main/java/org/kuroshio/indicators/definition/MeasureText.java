package org.kuroshio.indicators.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kuroshio.indicators.definition.Measure.Timing;

/** What a measure adds up, in words. */
final class MeasureText {
  private final Measure measure;

  MeasureText(Measure measure) {
    this.measure = measure;
  }

  /** {@code count of Venture where core is true}. */
  String what() {
    String counted =
        measure.aggregation() instanceof Aggregation.Sum sum
            ? "sum of " + code(sum.path()) + " of " + measure.entity()
            : measure.aggregation() instanceof Aggregation.Distinct distinct
                ? "different " + code(distinct.path()) + " of " + elements()
                : measure.aggregation() instanceof Aggregation.Days days
                    ? "days from "
                        + code(days.from())
                        + " to "
                        + code(days.to())
                        + " of "
                        + measure.entity()
                    : "count of " + elements();
    List<String> conditions =
        new ArrayList<>(measure.where().stream().map(MeasureText::text).toList());
    measure.each().ifPresent(e -> e.where().forEach(c -> conditions.add("each " + text(c))));
    return conditions.isEmpty() ? counted : counted + " where " + String.join(" and ", conditions);
  }

  private String elements() {
    return measure.each().map(e -> code(e.path()) + " in ").orElse("") + measure.entity();
  }

  /** {@code by foundedOn}, or from when to when. */
  String when() {
    if (measure.timing() instanceof Timing.At at) {
      return "by " + first(at.paths());
    }
    return ((Timing.During) measure.timing())
        .presences().stream().map(MeasureText::presence).collect(Collectors.joining("; "));
  }

  private static String presence(Presence presence) {
    List<String> words = new ArrayList<>();
    if (!presence.label().isEmpty()) {
      words.add(presence.label() + ":");
    }
    if (!presence.from().isEmpty()) {
      words.add("from " + first(presence.from()));
    }
    if (!presence.after().isEmpty()) {
      words.add("from the day after " + first(presence.after()));
    }
    if (!presence.through().isEmpty()) {
      words.add("through " + earliest(presence.through()));
    }
    if (!presence.until().isEmpty()) {
      words.add("until " + earliest(presence.until()));
    }
    return String.join(" ", words);
  }

  /** {@code hq: headquarters}. */
  String where() {
    RegionBasis basis = measure.region();
    return basis.name()
        + ": "
        + code(basis.path())
        + (basis.roles().isEmpty() ? "" : " as " + String.join(", else ", basis.roles()));
  }

  private static String first(List<String> paths) {
    return paths.stream().map(MeasureText::code).collect(Collectors.joining(", else "));
  }

  private static String earliest(List<String> paths) {
    return paths.stream().map(MeasureText::code).collect(Collectors.joining(" or "));
  }

  private static String text(Condition condition) {
    String path = code(condition.path());
    if (condition instanceof Condition.In in) {
      return path + " is " + String.join(" or ", in.values());
    } else if (condition instanceof Condition.NotIn notIn) {
      return path + " is not " + String.join(" or ", notIn.values());
    } else if (condition instanceof Condition.Present present) {
      return path + (present.present() ? " is set" : " is not set");
    } else if (condition instanceof Condition.NotAfter notAfter) {
      return path + " is not after " + code(notAfter.otherPath());
    } else if (condition instanceof Condition.Before before) {
      return path + " is " + before.days() + " days or more before " + code(before.otherPath());
    }
    Condition.AtLeast atLeast = (Condition.AtLeast) condition;
    String counted =
        atLeast.different().isEmpty() ? "elements" : "different " + code(atLeast.different());
    String having =
        atLeast.having().isEmpty()
            ? ""
            : " where "
                + atLeast.having().stream()
                    .map(MeasureText::text)
                    .collect(Collectors.joining(" and "));
    return path + " has " + atLeast.least() + " or more " + counted + having;
  }

  static String code(String text) {
    return "`" + text + "`";
  }
}
