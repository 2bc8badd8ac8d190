package org.kuroshio.standalone.deployment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.awaitility.Awaitility;
import org.kuroshio.schemas.cluster.Cluster;

/**
 * The composed brokers as child JVMs, with the composition's own settings but for where they are.
 */
final class Brokers implements AutoCloseable {
  private static final int COUNT = 3;

  /** Addresses of the composition, and where they are here. */
  private final Map<String, String> addresses = new TreeMap<>();

  private final List<Process> processes = new ArrayList<>();

  private Brokers() throws IOException {
    for (int node = 1; node <= COUNT; node++) {
      addresses.put("kafka-" + node + ":9092", "localhost:" + freePort());
      addresses.put("kafka-" + node + ":9093", "localhost:" + freePort());
    }
  }

  static Brokers start(Path folder) throws Exception {
    Brokers brokers = new Brokers();
    String cluster = Uuid.randomUuid().toString();
    for (int node = 1; node <= COUNT; node++) {
      brokers.processes.add(
          brokers.start(node, cluster, Files.createDirectory(folder.resolve("kafka-" + node))));
    }
    Awaitility.await()
        .ignoreExceptions()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              try (Admin admin = Cluster.open(brokers.here("kafka-1:9092")).admin()) {
                return admin.describeCluster().nodes().get().size() == COUNT;
              }
            });
    return brokers;
  }

  private Process start(int node, String cluster, Path folder) throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    format(node, cluster, data);
    String settings =
        here(Files.readString(Composition.ROOT.resolve("deploy/kafka/server.properties")))
            .replace("CLIENT://:9092", "CLIENT://" + here("kafka-" + node + ":9092"))
            .replace("CONTROLLER://:9093", "CONTROLLER://" + here("kafka-" + node + ":9093"))
            .replace("/var/lib/kafka/data", data.toString());
    // what docker-compose.yml says of each
    settings +=
        "\nnode.id="
            + node
            + "\nadvertised.listeners=CLIENT://"
            + here("kafka-" + node + ":9092")
            + "\n";
    // sizes of a test: the composition leaves Kafka's own
    settings +=
        "offsets.topic.num.partitions=4\ntransaction.state.log.num.partitions=4\nlog.cleaner.dedupe.buffer.size=16777216\n";
    Path file = Files.writeString(folder.resolve("server.properties"), settings);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-cp",
            System.getProperty("java.class.path"),
            "kafka.Kafka",
            file.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("broker.log").toFile())
        .start();
  }

  private static void format(int node, String cluster, Path data) throws Exception {
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(node)
          .setClusterId(cluster)
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setUnstableFeatureVersionsEnabled(false)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(data.toString())
          .addDirectory(data.toString())
          .run();
    }
  }

  /** The text with every address of the composed brokers replaced by theirs here. */
  String here(String text) {
    String replaced = text;
    for (Map.Entry<String, String> address : addresses.entrySet()) {
      replaced = replaced.replace(address.getKey(), address.getValue());
    }
    return replaced;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }
}
