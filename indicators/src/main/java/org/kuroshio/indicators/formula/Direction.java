package org.kuroshio.indicators.formula;

/** Which end of a scale is the good one. */
public enum Direction {
  HIGHEST_FIRST,
  LOWEST_FIRST
}
