package org.kuroshio.indicators.formula.composite;

import java.util.List;
import java.util.OptionalDouble;

/** What a region has in a member or a level: a number, or the reason why it has none. */
public sealed interface Score {

  OptionalDouble number();

  record Value(double value) implements Score {

    @Override
    public OptionalDouble number() {
      return OptionalDouble.of(value);
    }
  }

  /**
   * @param lacking the ids of the parts without a value; the member itself where it has none
   */
  record Missing(Reason reason, List<String> lacking) implements Score {

    public Missing {
      lacking = List.copyOf(lacking);
    }

    @Override
    public OptionalDouble number() {
      return OptionalDouble.empty();
    }
  }

  /** Why there is no number. */
  enum Reason {
    /** The member has no value for the region. */
    NO_VALUE,
    /** The member's value is negative and a root was asked for. */
    NO_ROOT,
    /** All regions have the same value, or there is only one, so that nothing can be compared. */
    NO_VARIATION,
    /** Too much of the level's weight is missing. */
    LOW_COVERAGE
  }
}
