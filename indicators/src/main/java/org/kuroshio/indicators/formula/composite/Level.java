package org.kuroshio.indicators.formula.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kuroshio.indicators.exact.Rational;

/** A mean of parts: a facet, a pillar, or the index itself. */
public record Level(String id, Rational weight, Aggregation aggregation, List<Component> parts)
    implements Component {

  public Level {
    CompositeSpec.checkPart(id, weight);
    Objects.requireNonNull(aggregation, "aggregation");
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("the level '" + id + "' has no parts");
    }
  }

  @Override
  public Stream<Component> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Component::all));
  }

  @Override
  public Level weighing(Rational otherWeight) {
    return new Level(id, otherWeight, aggregation, parts);
  }

  /** The level without that part, wherever below it is; empty where nothing is left. */
  Optional<Level> without(String partId) {
    List<Component> left = new ArrayList<>();
    for (Component part : parts) {
      if (part.id().equals(partId)) {
        continue;
      }
      if (part instanceof Level level) {
        level.without(partId).ifPresent(left::add);
      } else {
        left.add(part);
      }
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new Level(id, weight, aggregation, left));
  }

  /** The level with the weight of that part multiplied, wherever below it is. */
  Level reweighted(String partId, Rational factor) {
    List<Component> changed = new ArrayList<>();
    for (Component part : parts) {
      Component inside = part instanceof Level level ? level.reweighted(partId, factor) : part;
      changed.add(
          part.id().equals(partId) ? inside.weighing(part.weight().multiply(factor)) : inside);
    }
    return new Level(id, weight, aggregation, changed);
  }
}
