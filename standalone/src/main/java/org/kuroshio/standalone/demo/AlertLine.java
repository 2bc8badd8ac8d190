package org.kuroshio.standalone.demo;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kuroshio.standalone.alert.AlertFollower;

/** How many alerts there are, in a few words. */
final class AlertLine {
  private AlertLine() {}

  static String of(AlertFollower alerts) {
    return of(alerts.open(), alerts.resolved());
  }

  /** As {@code alerts 3 open (1 milestone.overdue, 2 reported.differs), 17 resolved}. */
  static String of(Map<String, Long> open, Map<String, Long> resolved) {
    String rules =
        open.entrySet().stream()
            .map(rule -> "%d %s".formatted(rule.getValue(), rule.getKey()))
            .collect(Collectors.joining(", ", " (", ")"));
    return String.format(
        Locale.ROOT,
        "alerts %,d open%s, %,d resolved",
        sum(open),
        open.isEmpty() ? "" : rules,
        sum(resolved));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
