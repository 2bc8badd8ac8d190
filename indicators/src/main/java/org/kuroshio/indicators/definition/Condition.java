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

  /**
   * So many days or more lie between the last days of two intervals; false where either is null.
   *
   * @param days 0 or more
   */
  record Before(String path, String otherPath, int days) implements Condition {}

  /**
   * A list has so many elements that fit, or so many different values in them.
   *
   * @param having what an element must be; paths from the element's root
   * @param different a text of the element, or empty to count the elements
   * @param least 1 or more
   */
  record AtLeast(String path, List<Condition> having, String different, int least)
      implements Condition {
    public AtLeast {
      having = List.copyOf(having);
    }
  }
}
