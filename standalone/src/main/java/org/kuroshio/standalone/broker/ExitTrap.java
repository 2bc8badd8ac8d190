package org.kuroshio.standalone.broker;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;

/**
 * Kafka ends the whole process where it meets a fault, and registers shutdown hooks that run in no
 * order. Both are taken over here, once for the process: a request to end becomes a call, and the
 * hooks are dropped because whoever started the parts stops them in order.
 */
final class ExitTrap {
  private static final AtomicReference<Consumer<String>> LISTENER =
      new AtomicReference<>(message -> {});

  private ExitTrap() {}

  /**
   * @param listener called on the thread that met the fault, at most a few times, with Kafka's own
   *     words or an empty text; it must not block
   */
  static void set(Consumer<String> listener) {
    LISTENER.set(listener);
    Exit.setExitProcedure(ExitTrap::end);
    Exit.setHaltProcedure(ExitTrap::end);
    Exit.setShutdownHookAdder((name, hook) -> {});
  }

  private static void end(int status, String message) {
    LISTENER.get().accept(message == null ? "" : message);
    // the caller was promised not to come back
    throw new IllegalStateException("Kafka asked to end the process with status " + status);
  }
}
