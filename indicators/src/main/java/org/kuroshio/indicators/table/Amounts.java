package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
import org.kuroshio.schemas.table.Status;

/** How simple kinds read their measures: which one, counted how, and whether it is money. */
final class Amounts {
  private static final Rational MONEY_SCALE = Rational.of(10_000);

  private final Map<String, MeasureUse> uses = new HashMap<>();
  private final Set<String> money = new HashSet<>();

  Amounts(Catalogue catalogue) {
    for (MeasureUse use : catalogue.measures()) {
      for (Indicator reader : use.readers()) {
        uses.put(reader.id(), use);
        if (isMoney(use.measure())) {
          money.add(reader.id());
        }
      }
    }
  }

  private static boolean isMoney(Measure measure) {
    return measure.aggregation() instanceof Aggregation.Sum sum
        && MoneyPath.isMoney(EventStream.named(measure.stream()), measure.entity(), sum.path());
  }

  /** The name of the measure; null for an indicator that reads none or is not computed. */
  String measure(String indicator) {
    MeasureUse use = uses.get(indicator);
    return use == null ? null : use.name();
  }

  boolean isMoney(Indicator indicator) {
    return money.contains(indicator.id());
  }

  Cell cell(Indicator indicator, Sum sum, Status status) {
    if (uses.get(indicator.id()).measure().aggregation() instanceof Aggregation.Distinct) {
      return sum.nameless() > 0
          ? Cell.without(
              Status.UNDEFINED,
              "counts different values, and " + sum.nameless() + " facts do not name theirs")
          : Cell.of(Rational.of(sum.different()), doubtful(sum, status));
    }
    Rational value =
        counting(indicator.kind()) == Counting.FRACTIONAL ? sum.fractional() : sum.whole();
    return Cell.of(isMoney(indicator) ? value.divide(MONEY_SCALE) : value, doubtful(sum, status));
  }

  private static Status doubtful(Sum sum, Status status) {
    return sum.isUncertain() ? Cell.worse(status, Status.ESTIMATED) : status;
  }

  private static Counting counting(Kind kind) {
    return kind instanceof Kind.Simple simple ? simple.counting() : ((Kind.Stock) kind).counting();
  }
}
