package org.kuroshio.standalone.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.Serve;
import org.kuroshio.serve.ServeSettings;
import org.kuroshio.serve.access.AccessSettings;
import org.kuroshio.serve.http.HttpSettings;
import org.kuroshio.serve.metric.MetricSettings;
import org.kuroshio.standalone.demo.ChildDemo;

/**
 * 500 open streams and 200 questions a second on a demo whose facts change every second. Ten
 * seconds, with limits that other work on the machine does not reach; {@code -Dkuroshio.load=60}
 * makes it the minute that docs/performance.md tells of, with the limits of a machine of its own.
 */
class ServingLoadIT {
  private static final int READERS = 500;
  private static final int QUESTIONS_PER_SECOND = 200;
  private static final int SECONDS = Integer.getInteger("kuroshio.load", 10);
  private static final boolean ALONE = SECONDS >= 60;
  private static final double MOST_P99_MILLIS = ALONE ? 100 : 1_000;
  private static final long MOST_GROWTH_BYTES = 48L << 20;

  @TempDir Path temp;

  @Test
  void shouldAnswerSoonWhileManyReadersFollow() throws Exception {
    try (ChildDemo demo = ChildDemo.start(temp.resolve("data"), "--no-simulation")) {
      URI server =
          URI.create(word(demo.await(l -> l.contains("  dashboard ")), "http://\\S+?(?=,)"));
      String brokers = word(demo.await(l -> l.contains("  Kafka ")), "[0-9.]+:[0-9]+");
      demo.drain();
      // the first time everything is loaded and compiled, and what is remembered fills up to its
      // bound
      load(server, brokers, ALONE ? 90 : 3);
      long before = live(demo, server);

      JsonNode outcome = load(server, brokers, SECONDS);

      long after = live(demo, server);
      System.out.printf(
          "serving load, %d s: %s; heap live %,d -> %,d bytes%n", SECONDS, outcome, before, after);
      JsonNode questions = outcome.get("questions");
      assertThat(questions.get("asked").asInt()).isEqualTo(SECONDS * QUESTIONS_PER_SECOND);
      assertThat(questions.get("wrong").asInt()).isZero();
      assertThat(questions.get("p99Millis").asDouble()).isLessThan(MOST_P99_MILLIS);
      assertThat(outcome.get("gone").asInt()).as("streams that ended").isZero();
      assertThat(outcome.get("fewestCuts").asInt())
          .as("cuts that every reader was told")
          .isEqualTo(outcome.get("mostCuts").asInt())
          .isGreaterThan(SECONDS / 3);
      assertThat(after - before).as("growth").isLessThan(MOST_GROWTH_BYTES);
      shouldCompareAsAServerThatComesLater(server, brokers);
    }
  }

  /** One takes back what it saw change, the other folds the history: the answers are the same. */
  private static void shouldCompareAsAServerThatComesLater(URI server, String brokers)
      throws Exception {
    BundledIds ids = new BundledIds();
    ServeSettings settings =
        new ServeSettings(
            Cluster.open(brokers),
            Topics.of(ids),
            ids,
            CatalogueFiles.shipped(List.of()),
            Regions.shipped(),
            HttpSettings.local(0),
            AccessSettings.LOCAL,
            MetricSettings.DEFAULT,
            Clock.systemUTC(),
            "test",
            false);
    try (Serve later = Serve.start(settings)) {
      Awaitility.await().until(() -> get(later.address(), "/health/ready").statusCode() == 200);
      JsonNode cuts =
          new ObjectMapper().readTree(get(server, "/api/v1/cuts?limit=6").body()).get("cuts");
      for (int i = 1; i < cuts.size(); i++) {
        String address =
            "/api/v1/diff?from=%s&to=%s&indicator=venture.stock&limit=50"
                .formatted(cuts.get(i).get("at").asText(), cuts.get(0).get("at").asText());
        HttpResponse<String> here = get(server, address);
        assertThat(here.statusCode()).as(here.body()).isEqualTo(200);
        assertThat(here.body()).isEqualTo(get(later.address(), address).body());
      }
      String whole = "/api/v1/diff?from=first&to=latest&indicator=venture.stock&limit=50";
      assertThat(get(server, whole).body()).isEqualTo(get(later.address(), whole).body());
    }
  }

  private JsonNode load(URI server, String brokers, int seconds) throws Exception {
    Process process =
        new ProcessBuilder(
                java(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ServingLoad.class.getName(),
                server.toString(),
                brokers,
                String.valueOf(READERS),
                String.valueOf(QUESTIONS_PER_SECOND),
                String.valueOf(seconds))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String last = process.inputReader().lines().reduce("", (first, line) -> line);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    return new ObjectMapper().readTree(last);
  }

  /** What is left of the server's heap after a collection. */
  private static long live(ChildDemo demo, URI server) throws Exception {
    Process collection =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(demo.pid()),
                "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(collection.waitFor()).isZero();
    double used = 0;
    for (String line : get(server, "/metrics").body().lines().toList()) {
      if (line.startsWith("jvm_memory_used_bytes{area=\"heap\"")) {
        used += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
      }
    }
    assertThat(used).isPositive();
    return (long) used;
  }

  private static HttpResponse<String> get(URI server, String address)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.resolve(address)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String word(String line, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return matcher.group();
  }
}
