package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.region.Regions;

/**
 * Computes what base sums have made dirty: simple kinds first, then the derived ones, each after
 * its inputs.
 */
final class Computation {
  /** A cell's address. */
  record Address(Slice slice, Place place) {
    /** See {@link Slice#hashCode}. */
    @Override
    public int hashCode() {
      return slice.hashCode() * 0x9E3779B1 + place.hashCode();
    }
  }

  private final Catalogue catalogue;
  private final Dirty dirty = new Dirty();
  private final Cells cells = new Cells();
  private final Facts facts;
  private final SimpleCells simple;
  private final Formulas formulas;
  private final Map<String, List<Indicator>> readers = new HashMap<>();
  private final List<Indicator> gaps = new ArrayList<>();
  private final Map<String, Set<Slice>> derived = new HashMap<>();
  private final Set<Slice> changedSlices = new HashSet<>();
  private AsOf asOf;

  Computation(Catalogue catalogue, Regions regions) {
    this.catalogue = catalogue;
    this.facts = new Facts(catalogue, regions, dirty);
    this.simple = new SimpleCells(catalogue, regions, facts, cells);
    this.formulas = new Formulas(catalogue, regions, facts, cells);
    for (Indicator indicator : catalogue.inOrder()) {
      indicator
          .kind()
          .inputs()
          .forEach(input -> readers.computeIfAbsent(input, i -> new ArrayList<>()).add(indicator));
      if (indicator.kind() instanceof Kind.Gap) {
        gaps.add(indicator);
      }
    }
  }

  BaseTable.Changes facts() {
    return facts;
  }

  Cells cells() {
    return cells;
  }

  /** Brings every cell up to date and returns those that changed. */
  Map<Address, Cell> run(LocalDate day) {
    AsOf now = AsOf.of(day);
    Map<Address, Cell> changed = new LinkedHashMap<>();
    if (!now.equals(asOf)) {
      asOf = now;
      catalogue.inOrder().forEach(i -> dirty.everythingOf(i.id()));
    }
    if (dirty.isEmpty()) {
      return changed;
    }
    Set<String> everything = Set.copyOf(dirty.everythingOf());
    for (String id : everything) {
      if (formulas.of(id) == null) {
        simple.everything(catalogue.get(id), dirty);
      }
    }
    CellSink sink = (slice, place, cell) -> put(slice, place, cell, changed);
    dirty.flows().forEach((slice, touched) -> simple.flow(slice, touched, asOf, sink));
    dirty.stocks().forEach((line, firstDay) -> simple.stock(line, firstDay, asOf, sink));
    for (Indicator indicator : catalogue.inOrder()) {
      Formula formula = formulas.of(indicator.id());
      if (formula != null) {
        derive(indicator, formula, everything.contains(indicator.id()), changed);
      }
    }
    dirty.clear();
    facts.computed();
    derived.clear();
    changedSlices.clear();
    return changed;
  }

  private void derive(
      Indicator indicator, Formula formula, boolean all, Map<Address, Cell> changed) {
    Set<Slice> slices = new LinkedHashSet<>(derived.getOrDefault(indicator.id(), Set.of()));
    if (all) {
      slices.addAll(possible(indicator, formula));
    }
    for (Slice slice : slices) {
      formula
          .slices(slice, asOf)
          .forEach(
              (computed, places) -> {
                for (Place place : Set.copyOf(cells.all(computed).keySet())) {
                  if (!places.containsKey(place)) {
                    put(computed, place, Cell.MISSING, changed);
                  }
                }
                places.forEach((place, cell) -> put(computed, place, cell, changed));
              });
    }
  }

  /** Every slice that the indicator may have cells in. */
  private Set<Slice> possible(Indicator indicator, Formula formula) {
    Set<Slice> slices = new LinkedHashSet<>();
    Set<String> inputs = Set.copyOf(indicator.kind().inputs());
    for (Slice slice : cells.slices()) {
      if (slice.indicator().equals(indicator.id())
          && !(indicator.kind() instanceof Kind.Composite && !slice.breakdown().isEmpty())) {
        slices.add(slice);
      } else if (inputs.contains(slice.indicator())) {
        formula
            .touchedBy(slice, indicator.id(), asOf)
            .forEach(s -> addIfDeclared(indicator, s, slices));
      } else if (indicator.kind() instanceof Kind.Gap && facts.figures().has(slice.indicator())) {
        slices.add(GapFormula.slice(indicator.id(), slice));
      }
    }
    formula.own(indicator).forEach(slices::add);
    return slices;
  }

  private void put(Slice slice, Place place, Cell cell, Map<Address, Cell> changed) {
    if (!cells.put(slice, place, cell)) {
      return;
    }
    changed.put(new Address(slice, place), cell);
    if (changedSlices.add(slice)) {
      touchReaders(slice);
    }
  }

  /** What is derived from a slice is computed again whole, whichever of its cells changed. */
  private void touchReaders(Slice slice) {
    for (Indicator reader : readers.getOrDefault(slice.indicator(), List.of())) {
      Set<Slice> slices = derived.computeIfAbsent(reader.id(), i -> new LinkedHashSet<>());
      formulas
          .of(reader.id())
          .touchedBy(slice, reader.id(), asOf)
          .forEach(s -> addIfDeclared(reader, s, slices));
    }
    for (Indicator gap : gaps) {
      if (!slice.indicator().equals(gap.id()) && facts.figures().has(slice.indicator())) {
        derived
            .computeIfAbsent(gap.id(), i -> new LinkedHashSet<>())
            .add(GapFormula.slice(gap.id(), slice));
      }
    }
  }

  private static void addIfDeclared(Indicator reader, Slice slice, Set<Slice> slices) {
    if (reader.periods().contains(slice.period().type())
        && !FlowTable.isUnallocated(slice.period())) {
      slices.add(slice);
    }
  }
}
