package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The computed tables: every cell that is not MISSING. */
final class Cells {
  private final Map<Slice, Map<Place, Cell>> slices = new HashMap<>();

  Cell get(Slice slice, Place place) {
    return slices.getOrDefault(slice, Map.of()).getOrDefault(place, Cell.MISSING);
  }

  Map<Place, Cell> all(Slice slice) {
    return slices.getOrDefault(slice, Map.of());
  }

  Set<Slice> slices() {
    return slices.keySet();
  }

  /** Puts a cell, or takes it away where it is MISSING; false if it stays as it was. */
  boolean put(Slice slice, Place place, Cell cell) {
    Map<Place, Cell> places = slices.get(slice);
    if (cell.isMissing()) {
      if (places == null || places.remove(place) == null) {
        return false;
      }
      if (places.isEmpty()) {
        slices.remove(slice);
      }
      return true;
    }
    if (places == null) {
      places = new HashMap<>();
      slices.put(slice, places);
    }
    return !cell.equals(places.put(place, cell));
  }
}
