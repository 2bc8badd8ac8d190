package org.kuroshio.indicators.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;

/** The published cells, found by what a question says. */
final class CellLookup {
  static final LocalDate END_OF_TIME = LocalDate.of(9000, 1, 1);

  private final Catalogue catalogue;
  private final Regions regions;
  private final IndicatorTable table;

  CellLookup(Catalogue catalogue, Regions regions, IndicatorTable table) {
    this.catalogue = catalogue;
    this.regions = regions;
    this.table = table;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Regions regions() {
    return regions;
  }

  /**
   * @throws IllegalStateException before the first cut
   */
  Cut cut() {
    return table.cut().orElseThrow(() -> new IllegalStateException("there is no cut yet"));
  }

  /** The day for which the tables were computed. */
  LocalDate asOf() {
    return cut().getAsOf();
  }

  /**
   * The cells that answer a question, in their own reference set, one for each unit; where nothing
   * is published the question itself in the indicator's unit.
   *
   * @throws IllegalArgumentException if no such cell can exist; the message says why
   */
  List<CellQuestion> resolve(CellQuestion asked) {
    Indicator indicator = catalogue.get(asked.indicator());
    new QuestionCheck(this).check(indicator, asked);
    Set<String> units = new TreeSet<>();
    for (IndicatorValue cell : table.cells(asked.indicator(), asked.period(), asked.breakdown())) {
      if (cell.getRegion().equals(asked.region())
          && isOf(cell, asked.group())
          && (asked.unit().isEmpty() || cell.getUnit().equals(asked.unit()))) {
        units.add(cell.getUnit());
      }
    }
    if (units.isEmpty()) {
      units.add(asked.unit().isEmpty() ? indicator.unit() : asked.unit());
    }
    List<CellQuestion> resolved = new ArrayList<>();
    units.forEach(unit -> resolved.add(inOwnGroup(asked.inUnit(unit))));
    return resolved;
  }

  /** The published cell: of the question's own reference set, of its country's, or of none. */
  Optional<IndicatorValue> cell(CellQuestion question) {
    IndicatorValue best = null;
    for (IndicatorValue cell :
        table.cells(question.indicator(), question.period(), question.breakdown())) {
      boolean here =
          cell.getRegion().equals(question.region())
              && cell.getUnit().equals(question.unit())
              && isOf(cell, question.group());
      if (here && (best == null || cell.getGroup().equals(question.group()))) {
        best = cell;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The exact number of a cell; of an irrational one its decimal text. Empty where it has none. */
  Optional<Rational> number(CellQuestion question) {
    return cell(question).flatMap(CellLookup::number);
  }

  static Optional<Rational> number(IndicatorValue cell) {
    String text = cell.getExact() == null ? cell.getValue() : cell.getExact();
    return Optional.ofNullable(text).map(Rational::parse);
  }

  /** The question for a cell that this one is made from, in the same period and currency. */
  CellQuestion input(CellQuestion of, String indicator, String region) {
    return new CellQuestion(
        indicator,
        groupFor(of.group(), region),
        region,
        of.period(),
        of.breakdown(),
        unit(catalogue.get(indicator), currency(of)));
  }

  CellQuestion input(CellQuestion of, String indicator) {
    return input(of, indicator, of.region());
  }

  /** The rows of facts in the question's column that are known for a group only. */
  List<CellQuestion> unallocated(CellQuestion of) {
    Set<String> found = new TreeSet<>();
    for (IndicatorValue cell : table.cells(of.indicator(), of.period(), of.breakdown())) {
      if (cell.getRegion().startsWith(UnallocatedRows.PREFIX) && cell.getUnit().equals(of.unit())) {
        found.add(cell.getRegion());
      }
    }
    return found.stream().map(region -> input(of, of.indicator(), region)).toList();
  }

  List<String> breakdowns(String indicator) {
    return table.breakdowns(indicator);
  }

  /**
   * @throws IllegalArgumentException if the label can't be read for the region
   */
  Period period(CellQuestion question) {
    return Period.parse(question.period(), regions.calendar(place(question.region())).orElse(null));
  }

  /** The leaves of a group on the last day of the question's period. */
  List<String> leaves(CellQuestion of, String group) {
    return regions.leaves(group, on(period(of)));
  }

  /** Whether a row stands inside a group, also one whose members are not known. */
  boolean liesIn(CellQuestion row, String group) {
    return regions.containing(place(row.region()), END_OF_TIME).contains(group);
  }

  /** The region of a row, or the group of an `unallocated:` row. */
  static String place(String region) {
    return region.startsWith(UnallocatedRows.PREFIX)
        ? region.substring(UnallocatedRows.PREFIX.length())
        : region;
  }

  static boolean isTooRough(CellQuestion question) {
    return question.period().startsWith(UnallocatedRows.PREFIX);
  }

  /** The day on whose memberships a period's groups stand. */
  static LocalDate on(Period period) {
    return period.type() == PeriodType.TD ? END_OF_TIME : period.end();
  }

  private CellQuestion inOwnGroup(CellQuestion question) {
    return cell(question)
        .map(IndicatorValue::getGroup)
        .filter(group -> !group.isEmpty())
        .map(question::inGroup)
        .orElse(question);
  }

  private boolean isOf(IndicatorValue cell, String group) {
    return cell.getGroup().isEmpty()
        || cell.getGroup().equals(group)
        || cell.getGroup().equals(regions.country(group));
  }

  /** Empty for everything but money and what is made from money of one currency. */
  private String currency(CellQuestion question) {
    String own = catalogue.get(question.indicator()).unit();
    if (question.unit().equals(own)) {
      return "";
    }
    String prefix = own + " (";
    return question.unit().startsWith(prefix)
        ? question.unit().substring(prefix.length(), question.unit().length() - 1)
        : question.unit();
  }

  private static String unit(Indicator indicator, String currency) {
    if (currency.isEmpty()) {
      return indicator.unit();
    }
    boolean amount =
        indicator.kind() instanceof Kind.Simple
            || indicator.kind() instanceof Kind.Stock
            || indicator.kind() instanceof Kind.Derived;
    return amount ? currency : indicator.unit() + " (" + currency + ")";
  }

  /** A reference set in which the region can be asked for. */
  String groupFor(String group, String region) {
    String place = place(region);
    if (regions.containing(place, END_OF_TIME).contains(group)) {
      return group;
    }
    return switch (regions.kind(place)) {
      case WORLD, UNKNOWN -> Regions.WORLD;
      case LEAF, GROUP, COUNTRY, COUNTRY_UNKNOWN -> regions.country(place);
    };
  }
}
