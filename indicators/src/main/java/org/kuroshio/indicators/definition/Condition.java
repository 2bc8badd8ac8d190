package org.kuroshio.indicators.definition;

import java.util.List;

/**
 * One line of a filter: what an entity's field must be. A condition on several values holds if any
 * of them fits.
 */
public sealed interface Condition {
  /**
   * A path from the entity's root, `status` or `headquarters.region`; in `each` from the element's
   * root.
   */
  String path();

  /** The field, or any element of an array, is one of these. */
  record In(String path, List<String> values) implements Condition {
    public In {
      values = List.copyOf(values);
    }
  }

  /** The field is none of these. A null is none of them. */
  record NotIn(String path, List<String> values) implements Condition {
    public NotIn {
      values = List.copyOf(values);
    }
  }

  /** The field is set, or is not set. */
  record Present(String path, boolean present) implements Condition {}

  /**
   * The last day of the interval is not after the last day of the other field's interval; false
   * where either is null.
   */
  record NotAfter(String path, String otherPath) implements Condition {}
}
