package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.table.Status;

/** Each region's part of a group's or country's whole. */
record ShareFormula(Kind.Share share, Inputs inputs) implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    boolean byGroup = share.whole() == Kind.Whole.GROUP;
    List<String> wholes =
        byGroup
            ? inputs.groups(slice, share.denominator())
            : inputs.countries(slice, share.denominator());
    Map<Place, Cell> cells = new LinkedHashMap<>();
    for (String whole : wholes) {
      Cell denominator = inputs.cell(slice, share.denominator(), whole);
      for (String region : inputs.everythingIn(slice, share.numerator(), whole)) {
        cells.put(
            new Place(whole, region),
            cell(inputs.cell(slice, share.numerator(), region), denominator));
      }
    }
    return cells;
  }

  private static Cell cell(Cell part, Cell whole) {
    Status status = Cell.worse(part.status(), whole.status());
    if (!part.hasValue() || !whole.hasValue()) {
      return status == Status.MISSING
          ? Cell.MISSING
          : Cell.without(status, "an input has no number");
    }
    return whole.number().isZero()
        ? Cell.without(Status.UNDEFINED, "the denominator is 0")
        : Cell.ofQuotient(part.number(), whole.number(), Rational.ONE, status, null);
  }
}
