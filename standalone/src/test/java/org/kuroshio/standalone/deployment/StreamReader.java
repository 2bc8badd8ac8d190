package org.kuroshio.standalone.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Reads the stream as a browser does: keeps the last id, waits as long as the server said, comes
 * back, to the next address in turn, as behind a load balancer.
 */
final class StreamReader implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** One cut as it was told. */
  record Told(long nanos, URI by, long sequence, boolean resumed) {}

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final List<URI> servers;
  private final String query;
  private final Thread thread = new Thread(this::run, "stream-reader");
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final Map<String, String> values = new ConcurrentSkipListMap<>();
  private volatile boolean closing;
  private String lastId = "";
  private long retryMillis = 3_000;

  StreamReader(List<URI> servers, String query) {
    this.servers = new ArrayList<>(servers);
    this.query = query;
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    for (int turn = 0; !closing; turn++) {
      try {
        read(servers.get(turn % servers.size()));
      } catch (IOException e) {
        // it went away, or isn't there
      } catch (InterruptedException e) {
        return;
      }
      try {
        Thread.sleep(retryMillis);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void read(URI server) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1/stream?" + query));
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String id = "";
      String event = "";
      for (String line = lines.readLine(); line != null && !closing; line = lines.readLine()) {
        if (line.startsWith("retry: ")) {
          retryMillis = Long.parseLong(line.substring("retry: ".length()));
        } else if (line.startsWith("id: ")) {
          id = line.substring("id: ".length());
        } else if (line.startsWith("event: ")) {
          event = line.substring("event: ".length());
        } else if (line.startsWith("data: ") && event.equals("cut")) {
          take(server, id, MAPPER.readTree(line.substring("data: ".length())));
        }
      }
    }
  }

  private void take(URI server, String id, JsonNode cut) {
    lastId = id;
    for (JsonNode cell : cut.get("values")) {
      values.put(
          cell.get("region").asText() + " " + cell.get("period").asText(),
          cell.get("value").asText());
    }
    told.add(new Told(System.nanoTime(), server, cut.get("sequence").asLong(), cut.has("since")));
  }

  /** Every cut that was told, in order. */
  List<Told> told() {
    return List.copyOf(told);
  }

  /** The newest value of each cell that changed while it read: by region and period. */
  Map<String, String> values() {
    return Map.copyOf(values);
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }
}
