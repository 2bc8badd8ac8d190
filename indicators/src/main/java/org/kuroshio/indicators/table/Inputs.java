package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.indicators.definition.Kind.Term;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.region.Kind;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.Status;

/** What formulas ask of the cells below them. */
final class Inputs {
  private final Cells cells;
  private final Regions regions;

  Inputs(Cells cells, Regions regions) {
    this.cells = cells;
    this.regions = regions;
  }

  Regions regions() {
    return regions;
  }

  Cell cell(Slice slice, String indicator, String region) {
    return cells.get(slice.of(indicator), Place.of(region));
  }

  Cell cell(Slice slice, String indicator, Place place) {
    return cells.get(slice.of(indicator), place);
  }

  /** Places with a cell in any of these indicators. */
  Set<Place> places(Slice slice, List<String> indicators) {
    Set<Place> places = new LinkedHashSet<>();
    indicators.forEach(i -> places.addAll(cells.all(slice.of(i)).keySet()));
    return places;
  }

  /** The signed sum of terms; null where a term that must be there has no value. */
  Rational sum(Slice slice, List<Term> terms, Place place) {
    Rational sum = Rational.ZERO;
    for (Term term : terms) {
      Cell cell = cell(slice, term.indicator(), place);
      if (cell.isMissing() && term.zeroIfAbsent()) {
        continue;
      }
      if (!cell.hasValue()) {
        return null;
      }
      sum = term.sign() < 0 ? sum.subtract(cell.number()) : sum.add(cell.number());
    }
    return sum;
  }

  /** The worst status among the terms' cells. */
  Status status(Slice slice, List<Term> terms, Place place) {
    Status status = Status.NORMAL;
    for (Term term : terms) {
      Cell cell = cell(slice, term.indicator(), place);
      if (!(cell.isMissing() && term.zeroIfAbsent())) {
        status = Cell.worse(status, cell.status());
      }
    }
    return status;
  }

  /** Countries with a pack that have any cell of the indicator in the slice. */
  List<String> countries(Slice slice, String indicator) {
    Set<String> found = new LinkedHashSet<>();
    for (Place place : cells.all(slice.of(indicator)).keySet()) {
      if (place.group().isEmpty()
          && regions.isKnown(place.region())
          && regions.countries().contains(regions.country(place.region()))) {
        found.add(regions.country(place.region()));
      }
    }
    return List.copyOf(found);
  }

  /** The named groups of those countries, and the countries. */
  List<String> groups(Slice slice, String indicator) {
    return groups(slice, List.of(indicator), List.of());
  }

  /**
   * @param wanted which of the groups and countries; empty for every one
   */
  List<String> groups(Slice slice, List<String> indicators, List<String> wanted) {
    Set<String> groups = new TreeSet<>();
    for (String indicator : indicators) {
      for (String country : countries(slice, indicator)) {
        groups.addAll(regions.groups(country));
        groups.add(country);
      }
    }
    return groups.stream().filter(g -> wanted.isEmpty() || wanted.contains(g)).toList();
  }

  List<String> leaves(Slice slice, String group) {
    return regions.leaves(group, on(slice));
  }

  /** A group's leaves, its unknown and unallocated rows, its named groups and itself. */
  List<String> everythingIn(Slice slice, String indicator, String group) {
    List<String> all = new ArrayList<>(leaves(slice, group));
    regions.unknownOf(group).ifPresent(all::add);
    all.addAll(unallocatedIn(slice, indicator, group));
    if (regions.kind(group) == Kind.COUNTRY) {
      all.addAll(regions.groups(group));
    }
    all.add(group);
    return all;
  }

  /** How many facts of the group lie in no known member: its unknown and its unallocated rows. */
  Rational unknown(Slice slice, String indicator, String group) {
    List<String> rows = unallocatedIn(slice, indicator, group);
    regions.unknownOf(group).ifPresent(rows::add);
    return rows.stream()
        .map(row -> cell(slice, indicator, row))
        .filter(Cell::hasValue)
        .map(Cell::number)
        .reduce(Rational.ZERO, Rational::add);
  }

  private List<String> unallocatedIn(Slice slice, String indicator, String group) {
    List<String> rows = new ArrayList<>();
    for (Place place : cells.all(slice.of(indicator)).keySet()) {
      if (place.region().startsWith(UnallocatedRows.PREFIX)) {
        String located = place.region().substring(UnallocatedRows.PREFIX.length());
        if (regions.containing(located, on(slice)).contains(group)) {
          rows.add(place.region());
        }
      }
    }
    return rows;
  }

  LocalDate on(Slice slice) {
    boolean endless = slice.period().toDay() == Integer.MAX_VALUE;
    return endless ? LocalDate.of(9000, 1, 1) : slice.period().end();
  }
}
