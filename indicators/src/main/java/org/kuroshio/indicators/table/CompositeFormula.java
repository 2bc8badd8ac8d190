package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.composite.Composite;
import org.kuroshio.indicators.formula.composite.CompositeResult;
import org.kuroshio.indicators.formula.composite.Member;
import org.kuroshio.indicators.formula.composite.Scale;
import org.kuroshio.indicators.formula.composite.Score;
import org.kuroshio.schemas.table.Status;

/**
 * An index over the leaves of each named group and country; levels, scores of members and their
 * extremes are published as breakdowns. Where a region has none of the members it has no cell.
 */
record CompositeFormula(Kind.Composite composite, Inputs inputs) implements Formula {
  /** What the members say of one group. */
  private record Members(
      Map<String, Map<String, OptionalDouble>> values, Map<String, Status> statuses) {
    Status worst() {
      return statuses.values().stream().reduce(Status.NORMAL, Cell::worse);
    }
  }

  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    return slices(slice, asOf).getOrDefault(slice, Map.of());
  }

  @Override
  public Map<Slice, Map<Place, Cell>> slices(Slice slice, AsOf asOf) {
    Map<Slice, Map<Place, Cell>> slices = new LinkedHashMap<>();
    composite
        .spec()
        .index()
        .all()
        .forEach(part -> slices.put(part(slice, part.id()), new LinkedHashMap<>()));
    for (Member member : composite.spec().members()) {
      slices.put(broken(slice, "minimum=" + member.id()), new LinkedHashMap<>());
      slices.put(broken(slice, "maximum=" + member.id()), new LinkedHashMap<>());
    }
    for (String group : inputs.groups(slice, composite.inputs(), composite.sets())) {
      Members members = members(slice, group);
      CompositeResult result = Composite.evaluate(composite.spec(), members.values());
      result
          .scores()
          .forEach(
              (part, scores) ->
                  addScores(
                      slices.get(part(slice, part)),
                      group,
                      scores,
                      result.ranks().getOrDefault(part, Map.of()),
                      members));
      result
          .scales()
          .forEach((member, scale) -> addScale(slices, slice, group, member, scale, members));
    }
    return slices;
  }

  /** The index is made from totals: breakdowns of an input don't enter it. */
  @Override
  public Iterable<Slice> touchedBy(Slice input, String indicator, AsOf asOf) {
    return input.breakdown().isEmpty() ? List.of(input.of(indicator)) : List.of();
  }

  private Slice part(Slice slice, String part) {
    return part.equals(composite.spec().index().id()) ? slice : broken(slice, "part=" + part);
  }

  private static Slice broken(Slice slice, String breakdown) {
    return new Slice(slice.indicator(), breakdown, slice.currency(), slice.period());
  }

  private Members members(Slice slice, String group) {
    Map<String, Map<String, OptionalDouble>> values = new HashMap<>();
    Map<String, Status> statuses = new HashMap<>();
    for (String member : composite.inputs()) {
      Map<String, OptionalDouble> byRegion = new HashMap<>();
      for (String leaf : inputs.leaves(slice, group)) {
        Cell alone = inputs.cell(slice, member, leaf);
        Cell cell = alone.hasValue() ? alone : inputs.cell(slice, member, new Place(group, leaf));
        if (cell.hasValue()) {
          statuses.merge(leaf, cell.status(), Cell::worse);
          byRegion.put(leaf, OptionalDouble.of(cell.number().doubleValue()));
        } else {
          byRegion.put(leaf, OptionalDouble.empty());
        }
      }
      values.put(member, byRegion);
    }
    return new Members(values, statuses);
  }

  private static void addScores(
      Map<Place, Cell> into,
      String group,
      Map<String, Score> scores,
      Map<String, Rational> ranks,
      Members members) {
    scores.forEach(
        (region, score) -> {
          Status status = members.statuses().get(region);
          if (status != null) {
            into.put(
                new Place(group, region), cell(score, ranks.get(region), ranks.size(), status));
          }
        });
  }

  private static Cell cell(Score score, Rational rank, int ranked, Status status) {
    if (score instanceof Score.Missing missing) {
      if (missing.reason() == Score.Reason.NO_VALUE) {
        return Cell.MISSING;
      }
      String why = missing.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return Cell.without(Status.UNDEFINED, why + ": " + String.join(", ", missing.lacking()));
    }
    Cell cell = Cell.ofDouble(score.number().orElseThrow(), status, null);
    return rank == null
        ? cell
        : new Cell(null, cell.text(), null, null, rank.decimalText(), ranked, status, null);
  }

  private static void addScale(
      Map<Slice, Map<Place, Cell>> slices,
      Slice slice,
      String group,
      String member,
      Scale scale,
      Members members) {
    String basis = "over " + scale.regions() + " regions";
    Place place = new Place(group, group);
    Status status = members.worst();
    slices
        .get(broken(slice, "minimum=" + member))
        .put(place, Cell.ofDouble(scale.minimum(), status, basis));
    slices
        .get(broken(slice, "maximum=" + member))
        .put(place, Cell.ofDouble(scale.maximum(), status, basis));
  }
}
