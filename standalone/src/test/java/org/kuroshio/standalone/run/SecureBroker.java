package org.kuroshio.standalone.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.awaitility.Awaitility;
import org.kuroshio.schemas.cluster.Cluster;

/**
 * A broker as a company runs one: TLS with a certificate of its own, a login, and access rules that
 * allow nothing by default. In a process of its own.
 */
final class SecureBroker implements AutoCloseable {
  static final String STORE_PASSWORD = "certificate-password";

  private final Path folder;
  private final int port;
  private final Process process;

  private SecureBroker(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /**
   * @param users passwords by name; {@code admin} may do everything
   */
  static SecureBroker start(Path folder, Map<String, String> users) throws Exception {
    int port = freePort();
    int controller = freePort();
    certificate(folder);
    Path log = Files.createDirectory(folder.resolve("log"));
    format(log);
    Path settings = folder.resolve("server.properties");
    try (OutputStream out = Files.newOutputStream(settings)) {
      settings(folder, log, port, controller, users).store(out, null);
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "kafka.Kafka",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("broker.log").toFile())
            .start();
    SecureBroker broker = new SecureBroker(folder, port, process);
    broker.awaitUp(users.get("admin"));
    return broker;
  }

  private void awaitUp(String password) {
    Awaitility.await()
        .ignoreExceptions()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              try (Admin admin = cluster("admin", password).admin()) {
                return !admin.describeCluster().nodes().get().isEmpty();
              }
            });
  }

  String bootstrapServers() {
    return "localhost:" + port;
  }

  Path trustStore() {
    return folder.resolve("store.p12");
  }

  Cluster cluster(String user, String password) {
    return new Cluster(
        bootstrapServers(),
        Map.of(
            "security.protocol",
            "SASL_SSL",
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            login(user, password) + ";",
            "ssl.truststore.location",
            trustStore().toString(),
            "ssl.truststore.password",
            STORE_PASSWORD));
  }

  private static String login(String user, String password) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
        .formatted(user, password);
  }

  private static Properties settings(
      Path folder, Path log, int port, int controller, Map<String, String> users) {
    StringBuilder jaas = new StringBuilder(login("admin", users.get("admin")));
    users.forEach((name, password) -> jaas.append(" user_%s=\"%s\"".formatted(name, password)));
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@localhost:" + controller,
            "listeners",
                "SASL_SSL://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controller),
            "listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT",
            "controller.listener.names", "CONTROLLER",
            "inter.broker.listener.name", "SASL_SSL",
            "log.dirs", log.toString(),
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0"));
    settings.putAll(
        Map.of(
            "sasl.enabled.mechanisms",
            "PLAIN",
            "sasl.mechanism.inter.broker.protocol",
            "PLAIN",
            "listener.name.sasl_ssl.plain.sasl.jaas.config",
            jaas.append(';').toString(),
            "ssl.keystore.location",
            folder.resolve("store.p12").toString(),
            "ssl.keystore.password",
            STORE_PASSWORD,
            "ssl.truststore.location",
            folder.resolve("store.p12").toString(),
            "ssl.truststore.password",
            STORE_PASSWORD,
            "authorizer.class.name",
            "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            // the controller's own listener knows no login
            "super.users",
            "User:admin;User:ANONYMOUS"));
    settings.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4"));
    return settings;
  }

  private static void certificate(Path folder) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "broker",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=DNS:localhost",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    folder.resolve("store.p12").toString(),
                    "-storepass",
                    STORE_PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  private static void format(Path log) throws Exception {
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setUnstableFeatureVersionsEnabled(false)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(log.toString())
          .addDirectory(log.toString())
          .run();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
