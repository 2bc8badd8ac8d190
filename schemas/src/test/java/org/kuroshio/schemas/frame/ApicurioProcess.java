package org.kuroshio.schemas.frame;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real Apicurio registry in memory, as a child JVM on a free port. */
public final class ApicurioProcess implements AutoCloseable {
  /** Unpacked by this module's build, whichever module asks. */
  private static final Path FOLDER = Path.of("../schemas/target/apicurio");

  private static final Duration START = Duration.ofSeconds(90);

  private final Process process;
  private final int port;
  private final Path log;

  private ApicurioProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  public static ApicurioProcess start() throws IOException {
    int port = freePort();
    Path log = Path.of("target", "apicurio-" + port + ".log");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-Dquarkus.http.host=127.0.0.1",
                    "-Dquarkus.http.port=" + port,
                    "-jar",
                    runner().toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    ApicurioProcess registry = new ApicurioProcess(process, port, log);
    registry.awaitReady();
    return registry;
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
  }

  /** By its own process only. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest subjects =
        HttpRequest.newBuilder(URI.create(base() + "/subjects"))
            .timeout(Duration.ofSeconds(5))
            .build();
    Awaitility.await("the registry, whose log is " + log)
        .atMost(START)
        .failFast(() -> !process.isAlive())
        .ignoreExceptions()
        .until(() -> client.send(subjects, BodyHandlers.discarding()).statusCode() == 200);
  }

  private static Path runner() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no registry in " + FOLDER + ": run mvn verify"));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
