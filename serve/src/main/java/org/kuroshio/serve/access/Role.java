package org.kuroshio.serve.access;

import java.util.List;
import java.util.Locale;

/** What a caller may do; an operator may read too. */
public enum Role {
  /** asks */
  READER,
  /** also acknowledges and snoozes alerts */
  OPERATOR;

  public boolean includes(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** As answers write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** This one and those that it includes. */
  public List<String> words() {
    return this == READER ? List.of("reader") : List.of("reader", "operator");
  }
}
