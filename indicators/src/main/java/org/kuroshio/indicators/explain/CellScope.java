package org.kuroshio.indicators.explain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.kuroshio.indicators.definition.Aggregation;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Catalogue.MeasureUse;
import org.kuroshio.indicators.definition.Counting;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.definition.Measure;
import org.kuroshio.indicators.definition.MoneyPath;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.projection.Item;
import org.kuroshio.indicators.projection.RegionSet;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;

/**
 * Which base cells a simple number is made of, and with what weight. Not thread-safe: it remembers
 * weights.
 */
public final class CellScope implements Predicate<BaseKey> {
  private static final Rational MONEY_SCALE = Rational.of(10_000);

  private final MeasureUse use;
  private final Regions regions;
  private final String region;
  private final boolean groupOnly;
  private final String breakdown;
  private final String currency;
  private final Window window;
  private final int day;
  private final boolean fractional;
  private final boolean money;
  private final Map<String, Map<String, Rational>> locations = new HashMap<>();
  private final Map<String, Boolean> touching = new HashMap<>();

  private CellScope(
      Indicator indicator, MeasureUse use, Regions regions, CellQuestion question, LocalDate asOf) {
    this.use = use;
    this.regions = regions;
    this.groupOnly = question.region().startsWith(UnallocatedRows.PREFIX);
    this.region =
        groupOnly
            ? question.region().substring(UnallocatedRows.PREFIX.length())
            : question.region();
    this.breakdown = question.breakdown();
    this.money = isMoney(use.measure());
    this.currency = money ? question.unit() : "";
    this.fractional = counting(indicator.kind()) == Counting.FRACTIONAL;
    int today = Math.toIntExact(asOf.toEpochDay());
    FiscalCalendar calendar = regions.calendar(region).orElse(null);
    if (question.period().startsWith(UnallocatedRows.PREFIX)) {
      String type = question.period().substring(UnallocatedRows.PREFIX.length());
      this.day = today;
      this.window = new Window.TooRough(PeriodType.valueOf(type), calendar);
    } else {
      Period period = Period.parse(question.period(), calendar);
      boolean endless = period.equals(Period.TO_DATE);
      int end = Math.min(period.toDay(), today);
      this.day = end;
      this.window =
          indicator.kind() instanceof Kind.Stock
              ? new Window.StandingAt(endless ? Integer.MAX_VALUE : end)
              : indicator.kind() instanceof Kind.MedianDays
                  ? new Window.DueBy(end)
                  : new Window.Inside(period);
    }
  }

  /**
   * Empty for derived kinds: they are explained by their inputs.
   *
   * @param question of money in one currency
   * @param asOf the day for which the cut was computed
   * @throws IllegalArgumentException if the period can't be read
   */
  public static Optional<CellScope> of(
      Catalogue catalogue, Regions regions, CellQuestion question, LocalDate asOf) {
    Indicator indicator = catalogue.get(question.indicator());
    return catalogue.measures().stream()
        .filter(use -> use.readers().contains(indicator))
        .findFirst()
        .map(use -> new CellScope(indicator, use, regions, question, asOf));
  }

  /** The only stream whose entities can be behind the number. */
  public EventStream stream() {
    return EventStream.named(use.measure().stream());
  }

  /** The measure whose base cells are wanted; all others are refused. */
  public String measure() {
    return use.name();
  }

  public Adding adding() {
    if (use.measure().aggregation() instanceof Aggregation.Distinct) {
      return Adding.DIFFERENT;
    }
    return use.measure().aggregation() instanceof Aggregation.Days ? Adding.MEDIAN : Adding.SUM;
  }

  /** The day at which a stock stands and to which open terms last, since 1970-01-01. */
  int day() {
    return day;
  }

  @Override
  public boolean test(BaseKey cell) {
    return cell.measure().equals(use.name())
        && cell.breakdown().equals(breakdown)
        && cell.unit().equals(currency)
        && window.holds(cell)
        && touches(cell);
  }

  /** What an entity's amount in the cell adds to the number; values that are counted once add 1. */
  public Rational adds(BaseKey cell, long amount) {
    Rational whole = inUnits(Rational.of(amount));
    return fractional && !Item.isDistinct(cell.item()) ? whole.multiply(weight(cell)) : whole;
  }

  /** Whether entities are divided over regions, so that each adds its amount times a weight. */
  boolean isFractional() {
    return fractional;
  }

  /** Amounts of money are kept in ten-thousandths. */
  Rational inUnits(Rational amount) {
    return money ? amount.divide(MONEY_SCALE) : amount;
  }

  private boolean touches(BaseKey cell) {
    LocalDate on = window.memberships(cell);
    // of a stock all cells are looked at on one day, and many stand in the same few places
    return window instanceof Window.StandingAt
        ? touching.computeIfAbsent(cell.regions(), set -> touches(set, on))
        : touches(cell.regions(), on);
  }

  private boolean touches(String set, LocalDate on) {
    if (set.indexOf(',') < 0 && set.indexOf(':') < 0) {
      return counts(set, on);
    }
    return weights(set).keySet().stream().anyMatch(location -> counts(location, on));
  }

  /** The share of the entity that lies in the region. */
  Rational weight(BaseKey cell) {
    LocalDate on = window.memberships(cell);
    Rational weight = Rational.ZERO;
    for (Map.Entry<String, Rational> location : weights(cell.regions()).entrySet()) {
      if (counts(location.getKey(), on)) {
        weight = weight.add(location.getValue());
      }
    }
    return weight;
  }

  private boolean counts(String location, LocalDate on) {
    return groupOnly ? location.equals(region) : regions.containing(location, on).contains(region);
  }

  private Map<String, Rational> weights(String set) {
    return locations.computeIfAbsent(set, RegionSet::parse);
  }

  private static boolean isMoney(Measure measure) {
    return measure.aggregation() instanceof Aggregation.Sum sum
        && MoneyPath.isMoney(EventStream.named(measure.stream()), measure.entity(), sum.path());
  }

  private static Counting counting(Kind kind) {
    if (kind instanceof Kind.Simple simple) {
      return simple.counting();
    }
    return kind instanceof Kind.Stock stocked ? stocked.counting() : Counting.WHOLE;
  }
}
