package org.kuroshio.standalone.role;

import java.util.Optional;
import org.kuroshio.standalone.failure.Failure;

/** One part of an installation that runs from its making until it is closed. */
public interface Role extends AutoCloseable {
  /** As {@code --roles} names it, in one word. */
  String name();

  /**
   * Why it can't go on, for the person who started it; empty while all is well. Asked some times a
   * second on the main thread, so it never blocks.
   */
  Optional<Failure> failure();

  /**
   * Called once on the main thread, after the roles that were started later are closed; takes
   * seconds at most, also after a failure.
   */
  @Override
  void close();
}
