package org.kuroshio.indicators.table;

/** Takes a computed cell, which may be MISSING. */
interface CellSink {
  void cell(Slice slice, Place place, Cell cell);
}
