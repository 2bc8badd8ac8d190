package org.kuroshio.indicators.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Growth;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.schemas.table.Status;

/**
 * Change against the period before or a fixed base. Where the base is only a published figure, of
 * another vintage, there is a BREAK and no number.
 */
record GrowthFormula(Kind.Growth growth, Inputs inputs, FigureTable figures, Calendars calendars)
    implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    for (Place place : inputs.places(slice, growth.inputs())) {
      if (place.group().isEmpty() && !place.region().startsWith(UnallocatedRows.PREFIX)) {
        cells.put(place, cell(slice, place));
      }
    }
    return cells;
  }

  @Override
  public Iterable<Slice> touchedBy(Slice input, String indicator, AsOf asOf) {
    if (input.period().type() == PeriodType.TD || FlowTable.isUnallocated(input.period())) {
      return List.of();
    }
    List<Slice> touched = new ArrayList<>();
    touched.add(input.of(indicator));
    if (growth.base().isEmpty()) {
      touched.add(input.of(indicator).at(input.period().next()));
      return touched;
    }
    if (growth.base().get().equals(input.period().label())) {
      for (Period later = input.period().next();
          later.fromDay() <= asOf.day();
          later = later.next()) {
        touched.add(input.of(indicator).at(later));
      }
    }
    return touched;
  }

  private Cell cell(Slice slice, Place place) {
    if (FlowTable.isUnallocated(slice.period()) || slice.period().type() == PeriodType.TD) {
      return Cell.MISSING;
    }
    Period period = slice.period();
    FiscalCalendar calendar = calendars.of(place.region());
    Period base =
        growth.base().map(label -> Period.parse(label, calendar)).orElseGet(period::previous);
    if (base.fromDay() >= period.fromDay()) {
      return Cell.MISSING;
    }
    Cell now = inputs.cell(slice, growth.of(), place);
    Cell before = inputs.cell(slice.at(base), growth.of(), place);
    if (!now.hasValue()) {
      return Cell.MISSING;
    }
    if (!before.hasValue()) {
      return published(place.region(), period, base, calendar)
          .map(
              f ->
                  Cell.without(
                      Status.BREAK,
                      "the base "
                          + f.value().decimalText()
                          + " ("
                          + f.period()
                          + ") is a published figure of another vintage; only values of one definition and vintage are compared"))
          .orElse(Cell.MISSING);
    }
    Status status = Cell.worse(now.status(), before.status());
    if (!growth.annual()) {
      return Growth.rate(before.number(), now.number())
          .map(
              rate ->
                  new Cell(
                      rate,
                      rate.decimalText(),
                      now.number(),
                      before.number(),
                      null,
                      null,
                      status,
                      "against " + base.label()))
          .orElseGet(() -> Cell.without(Status.UNDEFINED, "the base is 0"));
    }
    Rational years = Rational.of(period.end().getYear() - base.end().getYear());
    OptionalDouble rate = Growth.annual(before.number(), now.number(), years);
    return rate.isPresent()
        ? Cell.ofDouble(rate.getAsDouble(), status, "a year since " + base.label())
        : Cell.without(Status.UNDEFINED, "the base is 0");
  }

  /**
   * The base as published: of the base period itself, or, against the period before, the latest
   * earlier figure.
   */
  private Optional<FigureTable.Figure> published(
      String region, Period period, Period base, FiscalCalendar calendar) {
    if (growth.base().isPresent()) {
      return figures.at(growth.of(), region, base.label());
    }
    Optional<FigureTable.Figure> latest = Optional.empty();
    Period latestPeriod = null;
    for (FigureTable.Figure figure : figures.of(growth.of()).values()) {
      if (figure.value() == null
          || !figure.region().equals(region)
          || !figure.breakdown().isEmpty()) {
        continue;
      }
      Period of = parse(figure.period(), calendar);
      if (of != null
          && of.type() == period.type()
          && of.fromDay() < period.fromDay()
          && (latestPeriod == null || of.fromDay() > latestPeriod.fromDay())) {
        latest = Optional.of(figure);
        latestPeriod = of;
      }
    }
    return latest;
  }

  private static Period parse(String label, FiscalCalendar calendar) {
    try {
      return Period.parse(label, calendar);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
