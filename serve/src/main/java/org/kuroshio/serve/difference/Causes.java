package org.kuroshio.serve.difference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.explain.Adding;
import org.kuroshio.indicators.explain.CellQuestion;
import org.kuroshio.indicators.explain.CellScope;
import org.kuroshio.indicators.explain.Explainer;
import org.kuroshio.indicators.projection.Item;
import org.kuroshio.indicators.projection.RegionSet;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.CellChange;
import org.kuroshio.indicators.table.UnallocatedRows;
import org.kuroshio.schemas.table.Cut;

/** Finds why cells changed: simple ones by entities, derived ones by their inputs. One thread. */
final class Causes {
  private final Catalogue catalogue;
  private final Regions regions;
  private final Explainer explainer;
  private final StateChanges states;
  private final ReferenceCauses reference;
  private final LocalDate asOfBefore;
  private final LocalDate asOfAfter;
  private final Map<String, CellDifference> changed = new HashMap<>();

  /**
   * @param explainer of the later tables; it needs no entities for this
   * @param differences every cell that changed
   */
  Causes(
      Catalogue catalogue,
      Regions regions,
      Explainer explainer,
      StateChanges states,
      Cut from,
      Cut to,
      List<CellDifference> differences) {
    this.catalogue = catalogue;
    this.regions = regions;
    this.explainer = explainer;
    this.states = states;
    this.reference = new ReferenceCauses(regions, states);
    this.asOfBefore = from.getAsOf();
    this.asOfAfter = to.getAsOf();
    differences.forEach(difference -> changed.put(difference.key(), difference));
  }

  Cause of(CellDifference difference) {
    CellQuestion cell = difference.question(groupOf(difference.cell().getRegion()));
    if (catalogue.find(cell.indicator()).isEmpty()) {
      return new Cause(List.of(), List.of());
    }
    Optional<CellScope> now = CellScope.of(catalogue, regions, cell, asOfAfter);
    if (now.isEmpty()) {
      return derived(cell);
    }
    List<Cause.Part> parts = counting(parts(cell, now.get()), now.get().adding());
    if (parts.isEmpty() && !cell.region().startsWith(UnallocatedRows.PREFIX)) {
      parts = reference.coverages(cell);
    }
    return new Cause(parts.isEmpty() ? partly(cell, now.get()) : parts, List.of());
  }

  /** Facts that are known for a group only make what lies partly in it PARTIAL. */
  private List<Cause.Part> partly(CellQuestion cell, CellScope scope) {
    if (cell.region().startsWith(UnallocatedRows.PREFIX)) {
      return List.of();
    }
    Set<String> groups = new TreeSet<>();
    for (StateChanges.Amounts amounts : states.of(scope.measure())) {
      for (String location : RegionSet.parse(amounts.cell().regions()).keySet()) {
        if (regions.overlapsPartly(location, cell.region())) {
          groups.add(location);
        }
      }
    }
    List<Cause.Part> parts = new ArrayList<>();
    for (String group : groups) {
      CellQuestion row =
          new CellQuestion(
              cell.indicator(),
              cell.group(),
              UnallocatedRows.PREFIX + group,
              cell.period(),
              cell.breakdown(),
              cell.unit());
      CellScope.of(catalogue, regions, row, asOfAfter)
          .ifPresent(now -> parts.addAll(parts(row, now)));
    }
    return parts;
  }

  /**
   * An entity that moves within a group adds as much to the group as before, and is no cause;
   * unless nothing but such changes is there, as where dates became more precise.
   */
  private static List<Cause.Part> counting(List<Cause.Part> parts, Adding adding) {
    List<Cause.Part> counting = parts.stream().filter(part -> !part.change().isZero()).toList();
    return counting.isEmpty() || adding != Adding.SUM ? parts : counting;
  }

  private List<Cause.Part> parts(CellQuestion cell, CellScope now) {
    CellScope then = CellScope.of(catalogue, regions, cell, asOfBefore).orElseThrow();
    Map<StateChanges.Entity, Rational> before = new LinkedHashMap<>();
    Map<StateChanges.Entity, Rational> after = new LinkedHashMap<>();
    for (StateChanges.Amounts amounts : states.of(now.measure())) {
      add(before, then, amounts, amounts.before());
      add(after, now, amounts, amounts.after());
    }
    return joined(before, after);
  }

  private static void add(
      Map<StateChanges.Entity, Rational> sums,
      CellScope scope,
      StateChanges.Amounts amounts,
      long amount) {
    if (amount != 0 && scope.test(amounts.cell())) {
      boolean counts = !amounts.cell().item().equals(Item.UNCERTAIN);
      Rational adds = counts ? scope.adds(amounts.cell(), amount) : Rational.ZERO;
      sums.merge(amounts.entity(), adds, Rational::add);
    }
  }

  private List<Cause.Part> joined(
      Map<StateChanges.Entity, Rational> before, Map<StateChanges.Entity, Rational> after) {
    Map<StateChanges.Entity, Rational> all = new LinkedHashMap<>(before);
    all.putAll(after);
    List<Cause.Part> parts = new ArrayList<>();
    for (StateChanges.Entity entity : all.keySet()) {
      parts.add(
          new Cause.Part(
              states.change(entity),
              before.getOrDefault(entity, Rational.ZERO),
              after.getOrDefault(entity, Rational.ZERO)));
    }
    parts.sort(Cause.Part.LARGEST_FIRST);
    return parts;
  }

  private Cause derived(CellQuestion cell) {
    Set<CellDifference> inputs = new LinkedHashSet<>();
    for (CellQuestion input : inputs(cell)) {
      explainer
          .published(input)
          .map(CellChange::key)
          .or(() -> Optional.of(key(input)))
          .map(changed::get)
          .ifPresent(inputs::add);
    }
    Kind kind = catalogue.get(cell.indicator()).kind();
    boolean rough = cell.period().startsWith(UnallocatedRows.PREFIX);
    boolean unplaced = cell.region().startsWith(UnallocatedRows.PREFIX);
    return new Cause(rough || unplaced ? List.of() : reference.of(kind, cell), List.copyOf(inputs));
  }

  private List<CellQuestion> inputs(CellQuestion cell) {
    try {
      return explainer.inputs(cell);
    } catch (IllegalArgumentException e) {
      // a period or region of before that the definitions of now do not have any more
      return List.of();
    }
  }

  /** The key of a cell without a reference set that is not there any more. */
  private String key(CellQuestion cell) {
    return String.join(
        "|",
        cell.indicator(),
        Integer.toString(catalogue.get(cell.indicator()).version()),
        "",
        cell.region(),
        cell.period(),
        cell.breakdown(),
        cell.unit());
  }

  private String groupOf(String region) {
    return switch (regions.kind(place(region))) {
      case WORLD, UNKNOWN -> Regions.WORLD;
      case LEAF, GROUP, COUNTRY, COUNTRY_UNKNOWN -> regions.country(place(region));
    };
  }

  private static String place(String region) {
    return region.startsWith(UnallocatedRows.PREFIX)
        ? region.substring(UnallocatedRows.PREFIX.length())
        : region;
  }
}
