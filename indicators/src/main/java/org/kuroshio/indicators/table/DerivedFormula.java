package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.table.Status;

/** A signed sum of indicators in each region. */
record DerivedFormula(Kind.Derived derived, Inputs inputs) implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    for (Place place : inputs.places(slice, derived.inputs())) {
      Rational sum = inputs.sum(slice, derived.terms(), place);
      Status status = inputs.status(slice, derived.terms(), place);
      cells.put(
          place,
          sum == null
              ? status == Status.MISSING
                  ? Cell.MISSING
                  : Cell.without(status, "a term has no number")
              : Cell.of(sum, status));
    }
    return cells;
  }
}
