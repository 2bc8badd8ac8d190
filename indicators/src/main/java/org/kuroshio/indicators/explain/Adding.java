package org.kuroshio.indicators.explain;

/** How entities make a simple number. */
public enum Adding {
  /** Each adds its amount. */
  SUM,
  /** The different values that they name are counted. */
  DIFFERENT,
  /** The middle of their days. */
  MEDIAN
}
