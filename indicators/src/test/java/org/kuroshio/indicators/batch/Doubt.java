package org.kuroshio.indicators.batch;

/** The statuses of a cell, the worst last. */
enum Doubt {
  NORMAL,
  PROVISIONAL,
  ESTIMATED,
  PARTIAL,
  UNDEFINED;

  Doubt or(Doubt other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
