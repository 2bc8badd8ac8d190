package org.kuroshio.indicators.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.DecimalText;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.composite.Aggregation;
import org.kuroshio.indicators.formula.composite.Component;
import org.kuroshio.indicators.formula.composite.Composite;
import org.kuroshio.indicators.formula.composite.CompositeResult;
import org.kuroshio.indicators.formula.composite.Level;
import org.kuroshio.indicators.formula.composite.Member;
import org.kuroshio.indicators.formula.composite.RankRange;
import org.kuroshio.indicators.formula.composite.Scale;
import org.kuroshio.indicators.formula.composite.Score;
import org.kuroshio.indicators.formula.composite.Sensitivity;

/** Where an index, one of its levels or a member's score or range comes from. */
record CompositeOrigin(CellLookup cells) {
  private static final String PART = "part=";
  private static final String MINIMUM = "minimum=";
  private static final String MAXIMUM = "maximum=";

  Origin of(Kind.Composite composite, CellQuestion cell) {
    CompositeResult result = evaluate(composite, cell);
    if (cell.breakdown().startsWith(MINIMUM) || cell.breakdown().startsWith(MAXIMUM)) {
      return extreme(result, cell);
    }
    String id =
        cell.breakdown().startsWith(PART)
            ? cell.breakdown().substring(PART.length())
            : composite.spec().index().id();
    Optional<Component> part =
        composite.spec().index().all().filter(c -> c.id().equals(id)).findFirst();
    if (part.isEmpty()) {
      return Origin.of(
          "'" + id + "' is no part of the index; it has " + parts(composite),
          "",
          List.of(),
          Optional.empty());
    }
    return part.get() instanceof Level level
        ? level(level, result, cell)
        : member((Member) part.get(), result, cell);
  }

  private Origin level(Level level, CompositeResult result, CellQuestion cell) {
    List<Origin.Part> parts = new ArrayList<>();
    for (Component below : level.parts()) {
      parts.add(
          new Origin.Part(
              "weight " + below.weight().exactText(), cell.brokenDown(PART + below.id())));
    }
    String mean = level.aggregation() == Aggregation.GEOMETRIC ? "geometric" : "arithmetic";
    return Origin.of(
        "weighted "
            + mean
            + " mean of "
            + level.parts().stream().map(Component::id).collect(Collectors.joining(", "))
            + "; parts without a value are left out while the others have "
            + result.spec().leastCoverage().exactText()
            + " of the weight"
            + (level.equals(result.spec().index()) ? robustness(result, cell.region()) : ""),
        "",
        parts,
        score(result, level.id(), cell));
  }

  /** How far the region's rank depends on what is in the index, and with which weight. */
  private static String robustness(CompositeResult result, String region) {
    RankRange range = Sensitivity.of(result).get(region);
    if (range == null) {
      return "";
    }
    String undefined =
        range.undefinedIn() == 0 ? "" : ", without a rank in " + range.undefinedIn() + " of them";
    return "; rank "
        + result.indexRanks().get(region).decimalText()
        + ", from "
        + range.best().decimalText()
        + " ("
        + range.bestIn()
        + ") to "
        + range.worst().decimalText()
        + " ("
        + range.worstIn()
        + ") when one member is left out or one weight moved by a quarter"
        + undefined;
  }

  private Origin member(Member member, CompositeResult result, CellQuestion cell) {
    List<Origin.Part> parts = new ArrayList<>();
    parts.add(new Origin.Part("value", input(cell, member.id())));
    if (result.scales().containsKey(member.id())) {
      CellQuestion ofGroup = cells.input(cell, cell.indicator(), cell.group());
      parts.add(new Origin.Part("minimum", ofGroup.brokenDown(MINIMUM + member.id())));
      parts.add(new Origin.Part("maximum", ofGroup.brokenDown(MAXIMUM + member.id())));
    }
    return Origin.of(
        member.id()
            + " of "
            + cell.region()
            + ", made comparable over the members of "
            + cell.group()
            + " ("
            + member.direction().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + ", transform "
            + member.transform().name().toLowerCase(Locale.ROOT)
            + ")",
        "",
        parts,
        score(result, member.id(), cell));
  }

  private Origin extreme(CompositeResult result, CellQuestion cell) {
    boolean least = cell.breakdown().startsWith(MINIMUM);
    String id = cell.breakdown().substring((least ? MINIMUM : MAXIMUM).length());
    List<Origin.Part> parts =
        cells.leaves(cell, cell.group()).stream()
            .map(leaf -> new Origin.Part("member", input(cell, id).at(leaf)))
            .toList();
    Optional<Scale> scale = Optional.ofNullable(result.scales().get(id));
    return Origin.of(
        "the " + (least ? "least " : "greatest ") + id + " among the members of " + cell.group(),
        "",
        parts,
        scale.map(s -> DecimalText.of(least ? s.minimum() : s.maximum())));
  }

  private CompositeResult evaluate(Kind.Composite composite, CellQuestion cell) {
    Map<String, Map<String, OptionalDouble>> values = new HashMap<>();
    for (String member : composite.inputs()) {
      Map<String, OptionalDouble> byRegion = new HashMap<>();
      for (String leaf : cells.leaves(cell, cell.group())) {
        Optional<Rational> number = cells.number(input(cell, member).at(leaf));
        byRegion.put(
            leaf,
            number.isPresent()
                ? OptionalDouble.of(number.get().doubleValue())
                : OptionalDouble.empty());
      }
      values.put(member, byRegion);
    }
    return Composite.evaluate(composite.spec(), values);
  }

  private static Optional<String> score(CompositeResult result, String part, CellQuestion cell) {
    Score score =
        result.scores().getOrDefault(part, Collections.emptySortedMap()).get(cell.region());
    return score == null || score.number().isEmpty()
        ? Optional.empty()
        : Optional.of(DecimalText.of(score.number().getAsDouble()));
  }

  private CellQuestion input(CellQuestion cell, String member) {
    return cells.input(cell, member).brokenDown("");
  }

  private static String parts(Kind.Composite composite) {
    return composite.spec().index().all().map(Component::id).collect(Collectors.joining(", "));
  }
}
