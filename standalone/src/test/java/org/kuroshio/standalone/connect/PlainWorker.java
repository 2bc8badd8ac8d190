package org.kuroshio.standalone.connect;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Kafka's own {@code connect-distributed}, with a zip of ours unpacked in its plugin path. */
public final class PlainWorker implements AutoCloseable {
  /** What Connect has on its own class path too. */
  private static final String BROUGHT_BY_CONNECT =
      "(jackson|slf4j|logback|commons-lang|snakeyaml).*";

  private final Process process;
  private final int port;

  private PlainWorker(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** With the zip of the sources. */
  static PlainWorker start(Path folder, String bootstrapServers) throws IOException {
    return start(folder, bootstrapServers, "ingest", "kuroshio-connect", List.of(), Map.of());
  }

  /**
   * @param module whose target folder has the zip
   * @param zip what its name begins with
   * @param others plugins of others, a folder each
   */
  public static PlainWorker start(
      Path folder,
      String bootstrapServers,
      String module,
      String zip,
      List<Path> others,
      Map<String, String> environment)
      throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    unpack(zip(module, zip), plugins);
    for (Path other : others) {
      Files.createSymbolicLink(plugins.resolve(other.getFileName()), other.toAbsolutePath());
    }
    int port = freePort();
    Path settings = folder.resolve("worker.properties");
    try (OutputStream out = Files.newOutputStream(settings)) {
      settings(bootstrapServers, plugins, port).store(out, null);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classPathWithout(plugins),
                "org.apache.kafka.connect.cli.ConnectDistributed",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("worker.log").toFile());
    builder.environment().putAll(environment);
    return new PlainWorker(builder.start(), port);
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  private static Properties settings(String bootstrapServers, Path plugins, int port) {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", "plain-connect",
            "config.storage.topic", "plain-configs",
            "offset.storage.topic", "plain-offsets",
            "status.storage.topic", "plain-status",
            "listeners", "http://127.0.0.1:" + port,
            "plugin.path", plugins.toString(),
            "plugin.discovery", "service_load",
            "exactly.once.source.support", "enabled"));
    settings.putAll(
        Map.of(
            "config.storage.replication.factor", "1",
            "offset.storage.replication.factor", "1",
            "offset.storage.partitions", "1",
            "status.storage.replication.factor", "1",
            "status.storage.partitions", "1",
            "key.converter", "org.apache.kafka.connect.storage.StringConverter",
            "value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter",
            "config.providers", "env",
            "config.providers.env.class",
                "org.apache.kafka.common.config.provider.EnvVarConfigProvider"));
    return settings;
  }

  /** This test's class path, less all that is ours or comes in the zip. */
  private static String classPathWithout(Path plugins) throws IOException {
    Set<String> inZip;
    try (Stream<Path> files = Files.walk(plugins)) {
      inZip = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !Files.isDirectory(Path.of(entry)))
        .filter(entry -> !isOurs(Path.of(entry).toAbsolutePath()))
        .filter(
            entry -> {
              String name = Path.of(entry).getFileName().toString();
              return !inZip.contains(name) || name.matches(BROUGHT_BY_CONNECT);
            })
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isOurs(Path jar) {
    return jar.startsWith(root());
  }

  /** Of the repository. */
  private static Path root() {
    return Path.of("").toAbsolutePath().getParent();
  }

  private static Path zip(String module, String zip) throws IOException {
    try (Stream<Path> built = Files.list(root().resolve(module).resolve("target"))) {
      List<Path> zips =
          built.filter(file -> file.getFileName().toString().matches(zip + "-.*\\.zip")).toList();
      if (zips.size() != 1) {
        throw new IOException(
            "expected one %s-VERSION.zip in %s/target, found %s".formatted(zip, module, zips));
      }
      return zips.get(0);
    }
  }

  private static void unpack(Path zip, Path target) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path place = target.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(place);
        } else {
          Files.createDirectories(place.getParent());
          Files.copy(in, place);
        }
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** SIGKILL where there are signals. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
