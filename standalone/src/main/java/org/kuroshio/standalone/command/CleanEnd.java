package org.kuroshio.standalone.command;

import org.kuroshio.standalone.log.Logs;

/**
 * The end of a command that runs until it is told to end. The process is ending by a signal, for
 * which the JVM's own exit status is that of an interruption; but everything is closed, and nothing
 * was cut short.
 */
final class CleanEnd {
  private CleanEnd() {}

  /** Does not return. */
  static void of(Surroundings surroundings, Logs logs) {
    surroundings.out().flush();
    surroundings.err().flush();
    logs.stop();
    Runtime.getRuntime().halt(CommandLines.DONE);
  }
}
