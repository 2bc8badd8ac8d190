package org.kuroshio.warehouse.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own on the loopback address, as a child process, for as long as it is open.
 * It asks for no password, as the embedded broker asks for none. What is committed outlives the
 * death of either process. Safe for many threads.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String USER = "postgres";
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final int LONGEST_STOP_SECONDS = 20;

  private final Path directory;
  private final int port;
  private EmbeddedPostgres server;
  private boolean closed;

  private EmbeddedDatabase(Path directory, int port, EmbeddedPostgres server) {
    this.directory = directory;
    this.port = port;
    this.server = server;
  }

  /**
   * Returns when it answers, after some seconds.
   *
   * @param directory its own, made where it is missing and kept
   * @param port 0 for any that is free; it stays the same for as long as this is open
   * @throws WarehouseException if it does not start
   */
  public static EmbeddedDatabase start(Path directory, int port) {
    endLeftOver(directory);
    try {
      Files.createDirectories(directory);
      int chosen = port == 0 ? free() : port;
      return new EmbeddedDatabase(directory, chosen, server(directory, chosen));
    } catch (IOException | IllegalStateException e) {
      throw new WarehouseException(
          "PostgreSQL does not start in %s: %s".formatted(directory, e.getMessage()), e);
    }
  }

  public Database database() {
    return new Database("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), USER, "");
  }

  /** The server's process; empty if it is dead. */
  public Optional<ProcessHandle> process() {
    return process(directory);
  }

  /** Starts it again if it died; what can't be done now can be tried with the next call. */
  public synchronized void revive() {
    if (closed || (process().isPresent() && answers())) {
      return;
    }
    LOG.atWarn().addKeyValue("directory", directory).log("PostgreSQL is gone, starting it again");
    stopServer();
    server = start(directory, port).server;
  }

  /** For good: it is not started again. */
  @Override
  public synchronized void close() {
    closed = true;
    stopServer();
  }

  private void stopServer() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("PostgreSQL could not be stopped");
    }
  }

  private static EmbeddedPostgres server(Path directory, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(LONGEST_START)
        // what a sink was told is committed must outlive the server
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("max_connections", "40")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("work_mem", "64MB")
        .setServerConfig("max_wal_size", "2GB")
        .setServerConfig("autovacuum_naptime", "5s")
        .setServerConfig("jit", "off")
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A killed program leaves its PostgreSQL running, which holds the directory. */
  private static void endLeftOver(Path directory) {
    process(directory)
        .ifPresent(
            left -> {
              left.destroy();
              try {
                left.onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (java.util.concurrent.ExecutionException
                  | java.util.concurrent.TimeoutException e) {
                // it waits for somebody who is connected; what is committed is safe
                left.destroyForcibly();
              }
            });
  }

  /** The process that the directory's own file names, if that is a PostgreSQL. */
  private static Optional<ProcessHandle> process(Path directory) {
    try {
      List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(ProcessHandle::isAlive)
          .filter(found -> found.info().command().filter(c -> c.contains("postgres")).isPresent());
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
