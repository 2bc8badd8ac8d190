package org.kuroshio.indicators.explain;

import java.time.LocalDate;
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
import org.kuroshio.indicators.definition.MoneyPath;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.projection.Item;
import org.kuroshio.indicators.projection.RegionSet;
import org.kuroshio.indicators.region.Regions;

/** Which base cells a simple number is made of, and with what weight. */
public final class CellScope implements Predicate<BaseKey> {
  private static final Rational MONEY_SCALE = Rational.of(10_000);

  private final MeasureUse use;
  private final Regions regions;
  private final String region;
  private final String breakdown;
  private final Period period;
  private final int standsAt;
  private final boolean stock;
  private final boolean fractional;
  private final boolean money;

  private CellScope(
      Indicator indicator, MeasureUse use, Regions regions, CellQuestion question, LocalDate asOf) {
    this.use = use;
    this.regions = regions;
    this.region = question.region();
    this.breakdown = question.breakdown();
    this.period = Period.parse(question.period(), regions.calendar(question.region()).orElse(null));
    int today = Math.toIntExact(asOf.toEpochDay());
    this.standsAt =
        period.equals(Period.TO_DATE) ? Integer.MAX_VALUE : Math.min(period.toDay(), today);
    this.stock = indicator.kind() instanceof Kind.Stock;
    this.fractional = counting(indicator.kind()) == Counting.FRACTIONAL;
    this.money =
        use.measure().aggregation() instanceof Aggregation.Sum sum
            && MoneyPath.isMoney(
                EventStream.named(use.measure().stream()), use.measure().entity(), sum.path());
  }

  /** Empty for derived kinds: they are explained by their inputs. */
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

  @Override
  public boolean test(BaseKey cell) {
    return cell.measure().equals(use.name())
        && cell.breakdown().equals(breakdown)
        && !cell.item().equals(Item.UNCERTAIN)
        && (stock ? cell.from() <= standsAt : period.contains(cell.from(), cell.to()))
        && weight(cell).signum() > 0;
  }

  /** What an entity's amount in the cell adds to the number. */
  public Rational adds(BaseKey cell, long amount) {
    Rational whole = money ? Rational.of(amount).divide(MONEY_SCALE) : Rational.of(amount);
    return fractional ? whole.multiply(weight(cell)) : whole;
  }

  private Rational weight(BaseKey cell) {
    Rational weight = Rational.ZERO;
    for (Map.Entry<String, Rational> location : RegionSet.parse(cell.regions()).entrySet()) {
      if (regions.containing(location.getKey(), LocalDate.ofEpochDay(cell.to())).contains(region)) {
        weight = weight.add(location.getValue());
      }
    }
    return weight;
  }

  private static Counting counting(Kind kind) {
    if (kind instanceof Kind.Simple simple) {
      return simple.counting();
    }
    return kind instanceof Kind.Stock stocked ? stocked.counting() : Counting.WHOLE;
  }
}
