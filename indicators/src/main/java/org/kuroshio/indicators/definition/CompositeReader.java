package org.kuroshio.indicators.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Direction;
import org.kuroshio.indicators.formula.composite.Aggregation;
import org.kuroshio.indicators.formula.composite.Component;
import org.kuroshio.indicators.formula.composite.CompositeSpec;
import org.kuroshio.indicators.formula.composite.Level;
import org.kuroshio.indicators.formula.composite.Member;
import org.kuroshio.indicators.formula.composite.Normalisation;
import org.kuroshio.indicators.formula.composite.Transform;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;

/** Reads the tree of levels and members of a composite index. */
final class CompositeReader {
  private static final Set<String> KEYS =
      Set.of("normalisation", "low", "high", "coverage", "aggregation", "levels", "members");

  private final YamlMap node;

  CompositeReader(YamlMap node) {
    this.node = node.only(KEYS);
  }

  /**
   * @param sets groups and countries whose members are compared; empty for every one
   */
  Kind.Composite read(List<String> sets) {
    try {
      Level index = new Level("index", Rational.ONE, aggregation(node), parts(node));
      Rational coverage =
          node.find("coverage")
              .map(c -> Rational.parse(c.text()))
              .orElse(CompositeSpec.USUAL_COVERAGE);
      CompositeSpec spec = new CompositeSpec(index, normalisation(), coverage);
      return new Kind.Composite(spec, sets, spec.members().stream().map(Member::id).toList());
    } catch (IllegalArgumentException e) {
      throw node.problem(e.getMessage());
    }
  }

  private Normalisation normalisation() {
    YamlNode word = node.get("normalisation");
    double low = bound("low", 0);
    double high = bound("high", 1);
    return switch (word.text()) {
      case "min-max" -> new Normalisation.MinMax(low, high);
      case "z-score" -> new Normalisation.ZScore();
      case "rank" -> new Normalisation.Rank(low, high);
      default ->
          throw word.problem(
              "normalisation is min-max, z-score or rank, not '" + word.text() + "'");
    };
  }

  private double bound(String key, double otherwise) {
    return node.find(key).map(b -> Rational.parse(b.text()).doubleValue()).orElse(otherwise);
  }

  private static List<Component> parts(YamlMap level) {
    List<Component> parts = new ArrayList<>();
    for (YamlNode item : level.items("levels")) {
      YamlMap part = item.asMap().only(Set.of("id", "weight", "aggregation", "levels", "members"));
      parts.add(new Level(part.text("id"), weight(part), aggregation(part), parts(part)));
    }
    for (YamlNode item : level.items("members")) {
      YamlMap part = item.asMap().only(Set.of("indicator", "weight", "direction", "transform"));
      Transform transform =
          part.find("transform")
              .map(t -> t.asText().asConstant(Transform.class))
              .orElse(Transform.NONE);
      parts.add(
          new Member(
              part.text("indicator"),
              weight(part),
              part.constant("direction", Direction.class),
              transform));
    }
    return parts;
  }

  private static Rational weight(YamlMap part) {
    try {
      return Rational.parse(part.text("weight"));
    } catch (RuntimeException e) {
      throw part.get("weight")
          .problem("a weight is a number or a fraction, not '" + part.text("weight") + "'");
    }
  }

  private static Aggregation aggregation(YamlMap level) {
    return level.constant("aggregation", Aggregation.class);
  }
}
