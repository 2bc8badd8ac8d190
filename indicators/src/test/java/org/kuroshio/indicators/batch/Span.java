package org.kuroshio.indicators.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A labelled stretch of days, both ends inside. */
record Span(String label, LocalDate from, LocalDate to) {
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

  /** The span of a type that holds the day; none for fiscal years where the country has none. */
  static Optional<Span> holding(String type, LocalDate day, String country) {
    int year = day.getYear();
    return switch (type) {
      case "D" -> Optional.of(new Span(day.toString(), day, day));
      case "M" -> {
        LocalDate first = day.withDayOfMonth(1);
        yield Optional.of(
            new Span(first.toString().substring(0, 7), first, first.plusMonths(1).minusDays(1)));
      }
      case "Q" -> {
        int quarter = (day.getMonthValue() + 2) / 3;
        LocalDate first = LocalDate.of(year, quarter * 3 - 2, 1);
        yield Optional.of(new Span(year + "-Q" + quarter, first, first.plusMonths(3).minusDays(1)));
      }
      case "CY" ->
          Optional.of(new Span("" + year, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      case "FY" -> fiscal(day, country);
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static Optional<Span> fiscal(LocalDate day, String country) {
    int year = day.getYear();
    if (country.equals("JP")) {
      int start = day.getMonthValue() < 4 ? year - 1 : year;
      return Optional.of(
          new Span("FY" + start, LocalDate.of(start, 4, 1), LocalDate.of(start + 1, 3, 31)));
    }
    if (country.equals("US")) {
      int end = day.getMonthValue() >= 10 ? year + 1 : year;
      return Optional.of(
          new Span("FY" + end, LocalDate.of(end - 1, 10, 1), LocalDate.of(end, 9, 30)));
    }
    return Optional.empty();
  }

  /** From the year 2000 to the one that holds the last day. */
  static List<Span> until(String type, LocalDate last, String country) {
    List<Span> spans = new ArrayList<>();
    Span span = holding(type, EPOCH, country).orElse(null);
    while (span != null && !span.from().isAfter(last)) {
      spans.add(span);
      span = holding(type, span.to().plusDays(1), country).orElseThrow();
    }
    return spans;
  }

  boolean holds(LocalDate first, LocalDate last) {
    return !first.isBefore(from) && !last.isAfter(to);
  }
}
