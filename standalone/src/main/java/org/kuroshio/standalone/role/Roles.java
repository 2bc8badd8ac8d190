package org.kuroshio.standalone.role;

import java.util.ArrayDeque;
import java.util.Deque;
import org.kuroshio.standalone.failure.Failure;

/** What runs in this process, in the order of its start. One thread. */
public final class Roles implements AutoCloseable {
  private final Deque<Role> running = new ArrayDeque<>();

  /** Takes over what was just started, and hands it back. */
  public <R extends Role> R add(R role) {
    running.push(role);
    return role;
  }

  /**
   * @throws Failure if one of them can't go on
   */
  public void check() {
    for (Role role : running) {
      role.failure()
          .ifPresent(
              failure -> {
                throw failure;
              });
    }
  }

  /** The last one first; each gets its turn, whatever another throws. */
  @Override
  public void close() {
    RuntimeException first = null;
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
