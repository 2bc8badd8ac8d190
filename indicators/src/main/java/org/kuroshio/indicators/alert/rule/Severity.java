package org.kuroshio.indicators.alert.rule;

import java.util.Locale;

/** How grave an alert is. */
public enum Severity {
  /** worth knowing */
  INFO,
  /** someone should look at it in the next days */
  WARNING,
  /** someone must act */
  CRITICAL;

  /** As in files and records: {@code critical}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
