package org.kuroshio.indicators.table;

import java.util.List;
import java.util.Map;
import org.kuroshio.indicators.definition.Indicator;

/**
 * Computes the cells of one slice of a derived kind from the cells of its inputs. Cells that it
 * leaves out are MISSING.
 */
interface Formula {
  Map<Place, Cell> cells(Slice slice, AsOf asOf);

  /**
   * The same for every slice that is computed along with this one; most formulas compute it alone.
   */
  default Map<Slice, Map<Place, Cell>> slices(Slice slice, AsOf asOf) {
    return Map.of(slice, cells(slice, asOf));
  }

  /** Slices of this formula that a change in a slice of an input touches. */
  default Iterable<Slice> touchedBy(Slice input, String indicator, AsOf asOf) {
    return List.of(input.of(indicator));
  }

  /** Slices that observations or published figures call for, whatever the inputs. */
  default Iterable<Slice> own(Indicator indicator) {
    return List.of();
  }
}
