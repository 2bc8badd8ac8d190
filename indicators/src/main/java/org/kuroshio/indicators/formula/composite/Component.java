package org.kuroshio.indicators.formula.composite;

import java.util.stream.Stream;
import org.kuroshio.indicators.exact.Rational;

/**
 * A part of an index with its weight among its neighbours: a member, or a level that has parts
 * itself.
 */
public sealed interface Component permits Member, Level {

  /** Unique in the index. */
  String id();

  /** Greater than zero; only the proportion to the neighbours' weights counts. */
  Rational weight();

  /** This and everything below, a level before its parts. */
  Stream<Component> all();

  /** The same with another weight. */
  Component weighing(Rational otherWeight);
}
