package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.table.Status;

/** Numerator over denominator in each region. */
record RatioFormula(Kind.Ratio ratio, Inputs inputs) implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    for (Place place : inputs.places(slice, ratio.inputs())) {
      if (!place.region().startsWith(UnallocatedRows.PREFIX)) {
        cells.put(place, cell(slice, place));
      }
    }
    return cells;
  }

  private Cell cell(Slice slice, Place place) {
    Status status =
        Cell.worse(
            inputs.status(slice, ratio.numerator(), place),
            inputs.status(slice, ratio.denominator(), place));
    Rational numerator = inputs.sum(slice, ratio.numerator(), place);
    Rational denominator = inputs.sum(slice, ratio.denominator(), place);
    if (numerator == null || denominator == null) {
      return status == Status.MISSING
          ? Cell.MISSING
          : Cell.without(status, "an input has no number");
    }
    return denominator.isZero()
        ? Cell.without(Status.UNDEFINED, "the denominator is 0")
        : Cell.ofQuotient(numerator, denominator, Rational.of(ratio.scale()), status, null);
  }
}
