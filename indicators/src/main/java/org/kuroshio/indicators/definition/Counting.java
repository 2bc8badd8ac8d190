package org.kuroshio.indicators.definition;

/**
 * Whole: 1 for every region that the entity touches. Fractional: the share of its parties there
 * (OECD Patent Manual).
 */
public enum Counting {
  WHOLE,
  FRACTIONAL
}
