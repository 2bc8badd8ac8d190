package org.kuroshio.standalone.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.StandardFaultHandlerFactory;
import org.kuroshio.standalone.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real broker and controller in this process, on the loopback address, over one locked {@link
 * DataDirectory}. One at a time per process: Kafka's way of reporting a fault is process-wide.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

  private final CombinedServer server;
  private final LocalPorts ports;
  private final LastError lastError;

  private EmbeddedBroker(CombinedServer server, LocalPorts ports, LastError lastError) {
    this.server = server;
    this.ports = ports;
    this.lastError = lastError;
  }

  /**
   * Starts the broker and clears what a killed predecessor left behind; when it returns, committed
   * readers see everything that was committed.
   *
   * @param port the clients' port, or 0 for any that is free
   * @param onFault called at most a few times, on a thread of the broker that must not be blocked,
   *     when the broker can't go on after a good start (a full disk); the process should then end
   * @throws Failure if the broker cannot start; the message says why
   */
  public static EmbeddedBroker start(DataDirectory directory, int port, Consumer<Failure> onFault) {
    EmbeddedBroker broker = prepare(directory, port);
    boolean started = false;
    try {
      broker.startUp(directory.root());
      broker.lastError.forget();
      ExitTrap.set(said -> onFault.accept(broken(directory.root(), broker.lastError, said)));
      Leftovers.clear(broker.bootstrapServers());
      started = true;
      return broker;
    } finally {
      if (!started) {
        broker.close();
      }
    }
  }

  private static EmbeddedBroker prepare(DataDirectory directory, int port) {
    LastError lastError = LastError.attach();
    boolean prepared = false;
    try {
      StorageFormat.ensure(directory.broker());
      LocalPorts ports = LocalPorts.free(port);
      KafkaConfig config = new KafkaConfig(BrokerProperties.of(directory, ports));
      CombinedServer server = new CombinedServer(config, new StandardFaultHandlerFactory());
      prepared = true;
      return new EmbeddedBroker(server, ports, lastError);
    } catch (Failure e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Kafka throws plain RuntimeExceptions for what is wrong with its directory
      throw notStarted(directory.root(), e.getMessage(), e);
    } finally {
      if (!prepared) {
        lastError.detach();
      }
    }
  }

  /** For {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return LocalPorts.HOST + ":" + ports.clients();
  }

  /**
   * Writes everything out; clients should be closed before. Takes well under a second, at most 15.
   */
  @Override
  public void close() {
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);
    try {
      stopped.get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.atWarn()
          .addKeyValue("seconds", LONGEST_STOP.toSeconds())
          .log("broker did not stop in time");
    } catch (ExecutionException e) {
      LOG.atError().setCause(e.getCause()).log("broker stopped with an error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ExitTrap.set(said -> {});
      lastError.detach();
    }
  }

  /** On a thread of its own: a broker that meets a fault while starting may never come back. */
  private void startUp(Path root) {
    CompletableFuture<Void> outcome = new CompletableFuture<>();
    ExitTrap.set(
        said ->
            outcome.completeExceptionally(
                new IllegalStateException(lastError.text().orElse(said))));
    Thread starter =
        new Thread(
            () -> {
              try {
                server.start();
                outcome.complete(null);
              } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
              }
            },
            "broker-start");
    starter.setDaemon(true);
    starter.start();
    try {
      outcome.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw notStarted(root, innermost(e).getMessage(), e);
    } catch (TimeoutException e) {
      throw notStarted(root, "it was not ready after " + LONGEST_START.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while the broker was starting", e);
    }
  }

  private static Failure notStarted(Path root, String why, Throwable cause) {
    return new Failure(
        "the embedded broker could not start on %s: %s. Its log is %s"
            .formatted(root, why, root.resolve("logs")),
        cause);
  }

  private static Failure broken(Path root, LastError lastError, String said) {
    return new Failure(
        "the embedded broker on %s cannot go on: %s. Nothing that was committed is lost: once the cause is removed, run the same command again. Its log is %s"
            .formatted(root, lastError.text().orElse(said), root.resolve("logs")));
  }

  private static Throwable innermost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
