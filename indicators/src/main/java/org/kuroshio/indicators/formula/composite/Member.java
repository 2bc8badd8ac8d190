package org.kuroshio.indicators.formula.composite;

import java.util.Objects;
import java.util.stream.Stream;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Direction;

/**
 * An indicator in an index.
 *
 * @param direction which end of the indicator is good for the index
 * @param transform done before the values are compared
 */
public record Member(String id, Rational weight, Direction direction, Transform transform)
    implements Component {

  public Member {
    CompositeSpec.checkPart(id, weight);
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(transform, "transform");
  }

  @Override
  public Stream<Component> all() {
    return Stream.of(this);
  }

  @Override
  public Member weighing(Rational otherWeight) {
    return new Member(id, otherWeight, direction, transform);
  }
}
