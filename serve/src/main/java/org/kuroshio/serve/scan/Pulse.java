package org.kuroshio.serve.scan;

/** Felt between two batches of a long reading; throws to give up. */
@FunctionalInterface
public interface Pulse {
  /** Goes on for ever. */
  Pulse STEADY = () -> {};

  void check();
}
