package org.kuroshio.schemas.frame;

/** Reads a value that was written with one schema as a value of another; see {@link Readings}. */
interface Reading {
  /**
   * @param reuse a value that may be overwritten, or null
   */
  Object read(Cursor in, Object reuse);
}
