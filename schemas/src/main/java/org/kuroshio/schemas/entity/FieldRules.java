package org.kuroshio.schemas.entity;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kuroshio.schemas.entity.Problem.Reason;

/** What a field's type can't say. The JSON Schema is made from the same rules. */
final class FieldRules {
  /**
   * @param pattern of the whole text
   * @param exists what the pattern can't decide
   */
  record TextRule(Pattern pattern, Predicate<String> exists, Reason reason, String expected) {}

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private static final TextRule REGION =
      rule(
          "(WORLD|ZZ|[A-Z]{2}(-[A-Z0-9]+)?)",
          Reason.BAD_REGION, "a region code as JP-13, JP-KANTO11, JP-ZZ, WORLD or ZZ");
  private static final TextRule REGION_OR_NONE =
      rule("(WORLD|ZZ|[A-Z]{2}(-[A-Z0-9]+)?)?", Reason.BAD_REGION, "a group code as JP, or ''");
  private static final TextRule COUNTRY =
      rule("[A-Z]{2}", Reason.BAD_TEXT, "a country of ISO 3166-1 as JP, or ZZ");

  private static final Map<String, TextRule> TEXTS =
      Map.ofEntries(
          Map.entry("Party.region", REGION),
          Map.entry("RegistryChange.region", REGION),
          Map.entry("Observation.region", REGION),
          Map.entry("ReportedFigure.region", REGION),
          Map.entry("ReportedFigure.group", REGION_OR_NONE),
          Map.entry("Coverage.regions", REGION),
          Map.entry("Party.country", COUNTRY),
          Map.entry("Money.currency", currency()),
          Map.entry(
              "Application.office",
              rule("[A-Z]{2}", Reason.BAD_TEXT, "an office of WIPO ST.3 as JP, US or EP")),
          Map.entry(
              "Provenance.sha256",
              rule("[0-9a-f]{64}", Reason.BAD_TEXT, "64 hexadecimal digits in lower case")),
          Map.entry("*.entityId", id()),
          Map.entry("*.sourceRecordId", id()));

  private static final Map<String, Long> MINIMA =
      Map.of(
          "*.version", 0L,
          "*.standsFor", 1L,
          "Party.weightNumerator", 1L,
          "Party.weightDenominator", 1L,
          "Placement.headcount", 1L,
          "Money.amount", 0L,
          "Money.low", 0L,
          "Money.high", 0L,
          "ReportedFigure.tolerance", 0L);

  /** Required in Avro, but found by us if absent. */
  private static final Set<String> FOUND_IF_ABSENT = Set.of("DateInterval.label");

  private FieldRules() {}

  static Optional<TextRule> text(String record, String field) {
    TextRule own = TEXTS.get(record + "." + field);
    return Optional.ofNullable(own != null ? own : TEXTS.get("*." + field));
  }

  static Optional<Long> minimum(String record, String field) {
    Long own = MINIMA.get(record + "." + field);
    return Optional.ofNullable(own != null ? own : MINIMA.get("*." + field));
  }

  static boolean foundIfAbsent(String record, String field) {
    return FOUND_IF_ABSENT.contains(record + "." + field);
  }

  private static TextRule rule(String pattern, Reason reason, String expected) {
    return new TextRule(Pattern.compile(pattern), text -> true, reason, expected);
  }

  /** Blanks at the ends and line breaks make keys that no one can type. */
  private static TextRule id() {
    return rule(
        "[^\\s\\x00-\\x1f\\x7f]([^\\x00-\\x1f\\x7f]{0,510}[^\\s\\x00-\\x1f\\x7f])?",
        Reason.BAD_TEXT,
        "an id of at most 512 letters on one line, without blanks at its ends");
  }

  private static TextRule currency() {
    return new TextRule(
        Pattern.compile("[A-Z]{3}"),
        CURRENCIES::contains,
        Reason.UNKNOWN_WORD,
        "a currency of ISO 4217 as JPY");
  }
}
