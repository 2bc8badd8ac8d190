package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.composite.Composite;
import org.kuroshio.indicators.formula.composite.CompositeResult;
import org.kuroshio.indicators.formula.composite.Member;
import org.kuroshio.indicators.formula.composite.Score;
import org.kuroshio.schemas.table.Status;

/**
 * An index over the leaves of each named group and country; levels, scores of members and their
 * extremes are published as breakdowns.
 */
record CompositeFormula(Kind.Composite composite, Inputs inputs) implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    return slices(slice, asOf).getOrDefault(slice, Map.of());
  }

  @Override
  public Map<Slice, Map<Place, Cell>> slices(Slice slice, AsOf asOf) {
    Status status = asOf.status(slice.period());
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
    for (String group : groups(slice)) {
      CompositeResult result = evaluate(slice, group);
      result
          .scores()
          .forEach(
              (part, scores) ->
                  scores(
                      slices.get(part(slice, part)),
                      group,
                      scores,
                      result.ranks().getOrDefault(part, Map.of()),
                      status));
      result
          .scales()
          .forEach(
              (member, scale) -> {
                String basis = "over " + scale.regions() + " regions";
                slices
                    .get(broken(slice, "minimum=" + member))
                    .put(new Place(group, group), Cell.ofDouble(scale.minimum(), status, basis));
                slices
                    .get(broken(slice, "maximum=" + member))
                    .put(new Place(group, group), Cell.ofDouble(scale.maximum(), status, basis));
              });
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

  private static void scores(
      Map<Place, Cell> into,
      String group,
      Map<String, Score> scores,
      Map<String, Rational> ranks,
      Status status) {
    scores.forEach(
        (region, score) ->
            into.put(
                new Place(group, region), cell(score, ranks.get(region), ranks.size(), status)));
  }

  private List<String> groups(Slice slice) {
    return composite.inputs().stream()
        .flatMap(i -> inputs.groups(slice, i).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private CompositeResult evaluate(Slice slice, String group) {
    Map<String, Map<String, OptionalDouble>> values = new HashMap<>();
    for (String member : composite.inputs()) {
      Map<String, OptionalDouble> byRegion = new HashMap<>();
      for (String leaf : inputs.leaves(slice, group)) {
        Cell cell = inputs.cell(slice, member, leaf);
        Cell inGroup = cell.hasValue() ? cell : inputs.cell(slice, member, new Place(group, leaf));
        byRegion.put(
            leaf,
            inGroup.hasValue()
                ? OptionalDouble.of(inGroup.number().doubleValue())
                : OptionalDouble.empty());
      }
      values.put(member, byRegion);
    }
    return Composite.evaluate(composite.spec(), values);
  }

  private static Cell cell(Score score, Rational rank, int ranked, Status status) {
    if (score.number().isEmpty()) {
      Score.Missing missing = (Score.Missing) score;
      return Cell.without(
          Status.UNDEFINED,
          missing.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
              + ": "
              + String.join(", ", missing.lacking()));
    }
    Cell cell = Cell.ofDouble(score.number().getAsDouble(), status, null);
    return rank == null
        ? cell
        : new Cell(null, cell.text(), null, null, rank.decimalText(), ranked, status, null);
  }
}
