package org.kuroshio.standalone.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Debian's prometheus-alertmanager as a child process on a port of its own. */
final class Alertmanager implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;
  private final int port;
  private Process process;

  Alertmanager(Path directory) throws IOException {
    this.directory = directory;
    this.port = freePort();
    Files.writeString(
        directory.resolve("alertmanager.yml"),
        """
        route: { receiver: nobody }
        receivers: [ { name: nobody } ]
        """);
  }

  /** Starts it with nothing in its memory. */
  void start() throws IOException {
    Path storage = Files.createTempDirectory(directory, "storage");
    process =
        new ProcessBuilder(
                "prometheus-alertmanager",
                "--config.file=" + directory.resolve("alertmanager.yml"),
                "--storage.path=" + storage,
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("alertmanager.log").toFile())
            .start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> get("status").path("cluster").has("status"));
  }

  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The alerts that stand, silenced or not. */
  List<JsonNode> alerts() {
    List<JsonNode> alerts = new ArrayList<>();
    get("alerts").forEach(alerts::add);
    return alerts;
  }

  List<JsonNode> silences() {
    List<JsonNode> silences = new ArrayList<>();
    get("silences").forEach(silences::add);
    return silences;
  }

  private JsonNode get(String path) {
    try {
      return JSON.readTree(
          HTTP.send(
                  HttpRequest.newBuilder(url().resolve("/api/v2/" + path)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
