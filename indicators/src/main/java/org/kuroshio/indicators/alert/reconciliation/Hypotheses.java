package org.kuroshio.indicators.alert.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.IndicatorValue;

/** Searches what explains a figure. Every hypothesis is tried on exact numbers. */
final class Hypotheses {
  static final int MOST = 5;

  private final Catalogue catalogue;
  private final Regions regions;
  private final Relations relations;

  Hypotheses(Catalogue catalogue, Regions regions) {
    this.catalogue = catalogue;
    this.regions = regions;
    this.relations = new Relations(catalogue);
  }

  /** The likeliest ones first, at most {@link #MOST}. */
  List<Hypothesis> of(Figure figure, Rational computed, IndicatorTable table) {
    List<Hypothesis> found = new ArrayList<>();
    if (figure.isOneNumber()) {
      Printed.of(figure).ifPresent(printed -> digits(figure, computed, printed, found));
    }
    catalogue.find(figure.indicator()).ifPresent(i -> otherCells(figure, i, table, found));
    found.sort(Hypothesis.LIKELIER);
    return found.stream().limit(MOST).toList();
  }

  private static void digits(
      Figure figure, Rational computed, Printed printed, List<Hypothesis> found) {
    for (Slip slip : Slip.between(printed.digits(computed), printed.digits(figure.low()))) {
      found.add(new Hypothesis(slip.word(), 1, Rational.ZERO, slip.sentence()));
    }
    if (printed.cutOff(computed).equals(figure.low())) {
      found.add(rounding("cut-off", "cut off instead of rounded", "切り捨て", "截断而非四舍五入"));
    } else if (printed.roundedUp(computed).equals(figure.low())) {
      found.add(rounding("rounded-up", "rounded up", "切り上げ", "向上取整"));
    }
  }

  private static Hypothesis rounding(String kind, String en, String ja, String zh) {
    return new Hypothesis(kind, 1, Rational.ZERO, Map.of("en", en, "ja", ja, "zh", zh));
  }

  /** Cells that say the figure: any related one of the period, the same one of its neighbours. */
  private void otherCells(
      Figure figure, Indicator indicator, IndicatorTable table, List<Hypothesis> found) {
    Meaning said = Meaning.of(indicator, figure.group(), figure.region(), figure.period(), regions);
    for (Indicator other : relations.of(indicator)) {
      for (IndicatorValue cell : table.cells(other.id(), figure.period(), figure.breakdown())) {
        tryCell(figure, said, other, cell, found);
      }
    }
    for (String period : neighbours(figure)) {
      table.cells(indicator.id(), period, figure.breakdown()).stream()
          .filter(
              cell ->
                  cell.getGroup().equals(figure.group())
                      && cell.getRegion().equals(figure.region()))
          .forEach(cell -> tryCell(figure, said, indicator, cell, found));
    }
  }

  /** A period is taken for the one before or after it, not for one of another decade. */
  private List<String> neighbours(Figure figure) {
    try {
      Period period = Period.parse(figure.period(), regions.calendar(figure.region()).orElse(null));
      return period.type() == PeriodType.TD
          ? List.of()
          : List.of(period.previous().label(), period.next().label());
    } catch (IllegalArgumentException e) {
      // a figure for a period that nobody knows has no neighbours
      return List.of();
    }
  }

  private void tryCell(
      Figure figure,
      Meaning said,
      Indicator indicator,
      IndicatorValue cell,
      List<Hypothesis> found) {
    if (cell.getValue() == null || !cell.getUnit().equals(figure.unit()) || !isPlace(cell)) {
      return;
    }
    Rational value = Rational.parse(cell.getExact() == null ? cell.getValue() : cell.getExact());
    if (!figure.fits(value)) {
      return;
    }
    Meaning supposed =
        Meaning.of(indicator, cell.getGroup(), cell.getRegion(), cell.getPeriod(), regions);
    int changes = said.distance(supposed);
    if (changes > 0) {
      found.add(
          new Hypothesis(
              "other-cell",
              changes,
              value.subtract(figure.low()).abs(),
              CellSentence.of(indicator, cell, regions)));
    }
  }

  /** Nobody publishes what has no place as the figure of one. */
  private boolean isPlace(IndicatorValue cell) {
    if (!regions.isKnown(cell.getRegion())) {
      return false;
    }
    return switch (regions.kind(cell.getRegion())) {
      case LEAF, GROUP, COUNTRY, WORLD -> true;
      case COUNTRY_UNKNOWN, UNKNOWN -> false;
    };
  }
}
