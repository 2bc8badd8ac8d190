package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The next day on which something changes for a subject, found by day. */
final class Turns {
  private final Map<String, LocalDate> days = new HashMap<>();
  private final TreeMap<LocalDate, Set<String>> subjects = new TreeMap<>();

  /** Replaces what was known of the subject; empty if time changes nothing for it. */
  void next(String subject, Optional<LocalDate> day) {
    if (day.isPresent() && day.get().equals(days.get(subject))) {
      return;
    }
    forget(subject);
    day.ifPresent(
        d -> {
          days.put(subject, d);
          subjects.computeIfAbsent(d, x -> new HashSet<>()).add(subject);
        });
  }

  void forget(String subject) {
    LocalDate day = days.remove(subject);
    if (day != null) {
      subjects.computeIfPresent(
          day,
          (d, on) -> {
            on.remove(subject);
            return on.isEmpty() ? null : on;
          });
    }
  }

  /** Takes out the subjects whose day has come, in the order of their ids. */
  Set<String> through(LocalDate day) {
    Set<String> due = new TreeSet<>();
    while (!subjects.isEmpty() && !subjects.firstKey().isAfter(day)) {
      due.addAll(subjects.pollFirstEntry().getValue());
    }
    due.forEach(days::remove);
    return due;
  }
}
