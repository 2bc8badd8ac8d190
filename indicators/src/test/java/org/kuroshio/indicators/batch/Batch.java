package org.kuroshio.indicators.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.reference.Coverage;

/** Recomputes the tables of some indicators from scratch. */
public final class Batch {
  /** The indicators that it knows. */
  public static final Set<String> INDICATORS =
      Set.of(
          "company.created",
          "company.terminated",
          "program.projects.awarded",
          "program.projects.awarded_fractional",
          "program.projects.share",
          "program.funding.committed",
          "program.platform.adopted",
          "program.platform.active",
          "patent.fractional",
          "venture.formations",
          "venture.stock",
          "venture.core_stock",
          "venture.core_ratio",
          "venture.share_of_region",
          "venture.share_of_country",
          "venture.rank",
          "venture.rank_dense",
          "venture.rank_fractional",
          "venture.concentration");

  private static final List<String> ALL = List.of("D", "M", "Q", "CY", "FY", "TD");
  private static final List<String> FROM_MONTHS = List.of("M", "Q", "CY", "FY", "TD");
  private static final List<String> YEARS = List.of("CY", "FY", "TD");
  private static final List<String> ENDS = List.of("M", "Q", "CY", "FY");

  private final LocalDate asOf;
  private final Collection<SpecificRecord> entities;
  private final Map<SpecificRecord, Long> standsFor = new IdentityHashMap<>();
  private final Coverages coverages;
  private final Map<String, Value> cells = new TreeMap<>();

  private Batch(LocalDate asOf, Collection<SpecificRecord> latest) {
    this.asOf = asOf;
    this.entities = new ArrayList<>();
    for (SpecificRecord event : latest) {
      SpecificRecord entity = (SpecificRecord) field(event, "entity");
      if (entity != null && field(event, "op") == Op.ASSERT) {
        entities.add(entity);
        standsFor.put(entity, (Long) field(event, "standsFor"));
      }
    }
    List<Coverage> complete = new ArrayList<>();
    for (SpecificRecord entity : entities) {
      if (entity instanceof Coverage coverage && coverage.getComplete()) {
        complete.add(coverage);
      }
    }
    this.coverages = new Coverages(complete);
  }

  /**
   * The cells by {@code indicator|group|region|period|breakdown|unit}, as text.
   *
   * @param events in any order; no two different ones of one entity and version
   */
  public static Map<String, String> cells(LocalDate asOf, List<SpecificRecord> events) {
    Map<String, SpecificRecord> latest = new TreeMap<>();
    for (SpecificRecord event : events) {
      latest.merge(
          field(event, "entityId").toString(),
          event,
          (a, b) -> (Long) field(a, "version") >= (Long) field(b, "version") ? a : b);
    }
    Batch batch = new Batch(asOf, latest.values());
    batch.compute();
    Map<String, String> texts = new TreeMap<>();
    batch.cells.forEach((key, value) -> texts.put(key, value.text()));
    return texts;
  }

  static Object field(SpecificRecord record, String name) {
    return record.get(record.getSchema().getField(name).pos());
  }

  private void compute() {
    Facts facts = new Facts(entities, standsFor);
    flow("company.created", "companies", ALL, false, facts.changes(Set.of("01")));
    flow("company.terminated", "companies", ALL, false, facts.changes(Set.of("21", "81", "99")));
    flow("program.projects.awarded", "projects", FROM_MONTHS, false, facts.projects());
    flow("program.projects.awarded_fractional", "projects", FROM_MONTHS, true, facts.projects());
    flow("program.funding.committed", "currency", FROM_MONTHS, true, facts.funding());
    flow("program.platform.adopted", "platforms", YEARS, false, facts.platformsAdopted());
    flow("patent.fractional", "patents", ALL, true, facts.grants());
    flow("venture.formations", "firms", FROM_MONTHS, false, facts.formations());
    stock("program.platform.active", "platforms", facts.platforms());
    stock("venture.stock", "firms", facts.ventures(false));
    stock("venture.core_stock", "firms", facts.ventures(true));
    Derived derived = new Derived(cells);
    for (String breakdown : derived.breakdowns("program.projects.awarded_fractional")) {
      derived.shares(
          "program.projects.share",
          "program.projects.awarded_fractional|projects",
          breakdown,
          true,
          YEARS);
    }
    derived.shares("venture.share_of_region", "venture.stock|firms", "", false, YEARS);
    derived.shares("venture.share_of_country", "venture.stock|firms", "", true, YEARS);
    derived.coreRatio();
    derived.ranks();
    derived.concentration();
  }

  private void flow(
      String indicator, String unit, List<String> types, boolean fractional, List<Fact> facts) {
    Map<String, Map<String, Tally>> tallies = new TreeMap<>();
    Map<String, LocalDate> ends = new HashMap<>();
    for (Fact fact : facts) {
      Places.weights(fact.locations())
          .forEach(
              (row, weight) -> {
                for (String type : types) {
                  String label = label(type, fact, Places.country(row), ends, row);
                  if (label != null) {
                    for (String line : fact.lines()) {
                      tallies
                          .computeIfAbsent(
                              label + "|" + line + "|" + unit(fact, unit), k -> new TreeMap<>())
                          .computeIfAbsent(row, r -> new Tally())
                          .add(fact.amount(), weight);
                    }
                  }
                }
              });
    }
    tallies.forEach(
        (address, rows) ->
            rows.forEach(
                (row, tally) -> {
                  LocalDate end = ends.get(address.substring(0, address.indexOf('|')) + row);
                  Doubt doubt =
                      end != null && !end.isBefore(asOf) ? Doubt.PROVISIONAL : Doubt.NORMAL;
                  doubt = doubt.or(partial(rows.keySet(), row));
                  put(
                      indicator,
                      row,
                      address,
                      Value.of(fractional ? tally.fractional : tally.whole, doubt));
                }));
    if (!unit.equals("currency")) {
      for (String type : types) {
        zeros(indicator, unit, type, tallies);
      }
    }
  }

  private static String unit(Fact fact, String unit) {
    return fact.unit().isEmpty() ? unit : fact.unit();
  }

  private static String label(
      String type, Fact fact, String country, Map<String, LocalDate> ends, String row) {
    if (type.equals("TD")) {
      return "TD";
    }
    Span first = Span.holding(type, fact.from(), country).orElse(null);
    if (first == null) {
      return null;
    }
    if (!first.holds(fact.from(), fact.to())) {
      return "unallocated:" + type;
    }
    ends.put(first.label() + row, first.to());
    return first.label();
  }

  private static Doubt partial(Set<String> rows, String row) {
    for (String other : rows) {
      if (other.startsWith(Places.UNALLOCATED) && Places.mayLieIn(Places.plain(other), row)) {
        return Doubt.PARTIAL;
      }
    }
    return Doubt.NORMAL;
  }

  private void zeros(
      String indicator, String unit, String type, Map<String, Map<String, Tally>> tallies) {
    if (type.equals("TD")) {
      return;
    }
    LocalDate begin = coverages.begin(indicator);
    Set<String> lines = new TreeSet<>(Set.of(""));
    tallies.keySet().forEach(k -> lines.add(k.split("\\|", -1)[1]));
    for (String row : tableRows()) {
      for (Span span : Span.until(type, asOf, Places.country(row))) {
        LocalDate last = span.to().isBefore(asOf) ? span.to() : asOf;
        if (span.from().isBefore(begin) || !coverages.covers(indicator, row, span.from(), last)) {
          continue;
        }
        for (String line : lines) {
          String address = span.label() + "|" + line + "|" + unit;
          Map<String, Tally> rows = tallies.getOrDefault(address, Map.of());
          boolean told =
              line.isEmpty() || rows.keySet().stream().anyMatch(r -> sameYear(type, r, row));
          if (told && !rows.containsKey(row)) {
            Doubt doubt = span.to().isBefore(asOf) ? Doubt.NORMAL : Doubt.PROVISIONAL;
            put(
                indicator,
                row,
                address,
                Value.of(Rational.ZERO, doubt.or(partial(rows.keySet(), row))));
          }
        }
      }
    }
  }

  /** FY2010 of one country is not FY2010 of another. */
  private static boolean sameYear(String type, String row, String other) {
    return !type.equals("FY") || Places.country(row).equals(Places.country(other));
  }

  private static Set<String> tableRows() {
    Set<String> rows = new TreeSet<>(Places.prefectures());
    rows.addAll(Places.GROUPS.keySet());
    rows.addAll(Set.of("JP", "JP-ZZ"));
    return rows;
  }

  private void stock(String indicator, String unit, List<Fact> facts) {
    Map<String, List<Fact>> byRow = new TreeMap<>();
    for (Fact fact : facts) {
      Places.weights(fact.locations())
          .keySet()
          .forEach(row -> byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(fact));
    }
    Set<String> rows = new TreeSet<>(byRow.keySet());
    rows.addAll(tableRows());
    for (String row : rows) {
      for (String type : ENDS) {
        for (Span span : Span.until(type, asOf, Places.country(row))) {
          LocalDate day = span.to().isBefore(asOf) ? span.to() : asOf;
          stockCell(indicator, unit, row, span, day, byRow);
        }
      }
    }
  }

  private void stockCell(
      String indicator,
      String unit,
      String row,
      Span span,
      LocalDate day,
      Map<String, List<Fact>> byRow) {
    List<Fact> facts = byRow.getOrDefault(row, List.of());
    Rational there = there(facts, day);
    boolean uncertain = facts.stream().anyMatch(f -> uncertain(f, day));
    boolean known = !there.isZero() || uncertain;
    boolean zero =
        !row.startsWith(Places.UNALLOCATED) && coverages.covers(indicator, row, day, day);
    if (!known && !zero) {
      return;
    }
    Doubt doubt = span.to().isBefore(asOf) ? Doubt.NORMAL : Doubt.PROVISIONAL;
    for (String other : byRow.keySet()) {
      if (other.startsWith(Places.UNALLOCATED)
          && Places.mayLieIn(Places.plain(other), row)
          && !there(byRow.get(other), day).isZero()) {
        doubt = doubt.or(Doubt.PARTIAL);
      }
    }
    if (uncertain) {
      doubt = doubt.or(Doubt.ESTIMATED);
    }
    put(indicator, row, span.label() + "||" + unit, Value.of(there, doubt));
  }

  private static Rational there(List<Fact> facts, LocalDate day) {
    Rational sum = Rational.ZERO;
    for (Fact fact : facts) {
      boolean in = !fact.to().isAfter(day) && (fact.outTo() == null || !fact.outTo().isBefore(day));
      sum = in ? sum.add(fact.amount()) : sum;
    }
    return sum;
  }

  /** Whether the day is inside the date of the opening or closing, before its last day. */
  private static boolean uncertain(Fact fact, LocalDate day) {
    boolean opening = !fact.from().isAfter(day) && fact.to().isAfter(day);
    if (fact.outTo() == null) {
      return opening;
    }
    LocalDate from = fact.outFrom().isBefore(fact.to()) ? fact.to() : fact.outFrom();
    return opening || (!from.isAfter(day) && fact.outTo().isAfter(day));
  }

  private void put(String indicator, String row, String address, Value value) {
    cells.put(indicator + "||" + row + "|" + address, value);
  }
}
