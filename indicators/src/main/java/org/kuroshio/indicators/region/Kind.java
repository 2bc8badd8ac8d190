package org.kuroshio.indicators.region;

/** What a region code stands for. */
public enum Kind {
  /** A subdivision of a country that has a pack, {@code JP-13}. */
  LEAF,
  /** A named group of leaves, {@code JP-KANTO11}. */
  GROUP,
  /** A whole country, {@code JP}; as a location it is written {@code JP-ZZ}. */
  COUNTRY,
  /**
   * In the country, and no more is known, {@code JP-ZZ}; or the country has no pack, {@code CA-ZZ}.
   */
  COUNTRY_UNKNOWN,
  /** All countries and what is unknown, {@code WORLD}. */
  WORLD,
  /** Nothing is known, {@code ZZ}. */
  UNKNOWN
}
