package org.kuroshio.indicators.formula.composite;

import java.util.OptionalDouble;

/** What is done to a member's values before they are compared. */
public enum Transform {
  NONE {
    @Override
    OptionalDouble of(double value) {
      return OptionalDouble.of(value);
    }
  },

  /** The square root, for skewed values per head; a negative value has none. */
  SQRT {
    @Override
    OptionalDouble of(double value) {
      return value < 0 ? OptionalDouble.empty() : OptionalDouble.of(StrictMath.sqrt(value));
    }
  };

  abstract OptionalDouble of(double value);
}
