package org.kuroshio.ingest.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.rejection.RejectedException;
import org.kuroshio.schemas.entity.DateLabels;
import org.kuroshio.schemas.entity.FiscalCalendar;
import org.kuroshio.schemas.event.DateInterval;

/** Dates as publishers write them to labels as events have them. */
final class DateFunctions {
  private static final Map<String, DateTimeFormatter> PATTERNS = new ConcurrentHashMap<>();

  private DateFunctions() {}

  static List<MappingFunction> all(Optional<FiscalCalendar> fiscalYears) {
    return List.of(
        new MappingFunction("date", 1, 2, arguments -> date(arguments, fiscalYears)),
        new MappingFunction(
            "us-date", 1, 1, arguments -> day(MappingFunction.text(arguments[0]), "MM/dd/yyyy")),
        new MappingFunction("fiscal-year", 2, 2, DateFunctions::fiscalYear),
        new MappingFunction("epoch-day", 1, 1, DateFunctions::epochDay));
  }

  private static JsonNode date(JsonNode[] arguments, Optional<FiscalCalendar> fiscalYears) {
    String text = MappingFunction.text(arguments[0]);
    if (text.isEmpty()) {
      return NullNode.instance;
    }
    if (arguments.length == 2) {
      return day(text, MappingFunction.text(arguments[1]));
    }
    interval(text, fiscalYears);
    return TextNode.valueOf(text);
  }

  private static JsonNode day(String text, String pattern) {
    if (text.isEmpty()) {
      return NullNode.instance;
    }
    DateTimeFormatter formatter = PATTERNS.computeIfAbsent(pattern, DateFunctions::formatter);
    try {
      return TextNode.valueOf(LocalDate.parse(text, formatter).toString());
    } catch (DateTimeException e) {
      throw badDate(text, "a day that exists, written as " + pattern);
    }
  }

  private static DateTimeFormatter formatter(String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw Problem.map("bad-pattern", "'" + pattern + "' is no pattern of a date").thrown();
    }
  }

  private static JsonNode fiscalYear(JsonNode[] arguments) {
    String label = MappingFunction.text(arguments[0]);
    if (label.isEmpty()) {
      return NullNode.instance;
    }
    String country = MappingFunction.text(arguments[1]);
    Optional<FiscalCalendar> calendar = FiscalCalendar.ofCountry(country);
    if (calendar.isEmpty()) {
      throw Problem.map("bad-pattern", "no fiscal calendar is known for '" + country + "'")
          .thrown();
    }
    DateInterval interval = interval(label, calendar);
    return JsonNodeFactory.instance
        .objectNode()
        .put("from", interval.getFrom().toString())
        .put("to", interval.getTo().toString())
        .put("label", label);
  }

  private static JsonNode epochDay(JsonNode[] arguments) {
    String text = MappingFunction.text(arguments[0]);
    return text.isEmpty()
        ? NullNode.instance
        : LongNode.valueOf(interval(text, Optional.empty()).getTo().toEpochDay());
  }

  private static DateInterval interval(String text, Optional<FiscalCalendar> fiscalYears) {
    try {
      return DateLabels.parse(text, fiscalYears);
    } catch (DateTimeException e) {
      throw badDate(text, "a date like 2006-04-01, 2006-04, 2006, FY2006 or 2008/2012");
    }
  }

  private static RejectedException badDate(String text, String expected) {
    return Problem.map("bad-date", "'" + text + "' is no date, expected " + expected).thrown();
  }
}
