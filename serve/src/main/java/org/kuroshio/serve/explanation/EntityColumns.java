package org.kuroshio.serve.explanation;

import org.kuroshio.indicators.explain.Term;

/** How what an entity adds is written. */
final class EntityColumns {
  private EntityColumns() {}

  /** `21, 2008-01-10 to 2008-01-31`. */
  static String days(Term term) {
    return term.days()
        + ", "
        + term.due()
        + term.ended().map(end -> " to " + end).orElse(" and still open");
  }
}
