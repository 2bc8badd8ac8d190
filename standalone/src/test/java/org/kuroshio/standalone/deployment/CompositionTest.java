package org.kuroshio.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kuroshio.standalone.deployment.Composition.map;
import static org.kuroshio.standalone.deployment.Composition.texts;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.installation.RunConfigFile;

/** No Docker engine is needed: every file, port, variable and health check that is named exists. */
class CompositionTest {
  private static final Pattern PINNED =
      Pattern.compile("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+[A-Za-z0-9._-]*");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)[^}]*}");
  private static final Pattern ADDRESS = Pattern.compile("\\b([a-z][a-z0-9-]*):(\\d{4,5})\\b");

  /** Where each service listens, by its image's own defaults or by what `deploy` says. */
  private static final Map<String, Set<String>> LISTENS =
      Map.of(
          "kafka-1", Set.of("9092", "9093"),
          "kafka-2", Set.of("9092", "9093"),
          "kafka-3", Set.of("9092", "9093"),
          "registry", Set.of("8080"),
          "ingest", Set.of("8083", "9464"),
          "streams", Set.of("9464"),
          "serve", Set.of("8080"),
          "prometheus", Set.of("9090"),
          "alertmanager", Set.of("9093"),
          "grafana", Set.of("3000"));

  private Composition composition;
  private Map<String, Map<String, Object>> services;

  @BeforeEach
  void read() throws IOException {
    composition = new Composition();
    services = composition.services();
  }

  @Test
  void shouldHaveEveryPart() {
    assertThat(services.keySet())
        .containsExactlyInAnyOrder(
            "kafka-1",
            "kafka-2",
            "kafka-3",
            "registry",
            "ingest",
            "streams",
            "serve",
            "prometheus",
            "alertmanager",
            "grafana");
  }

  @Test
  void shouldPinEveryImage() throws IOException {
    services.forEach(
        (name, service) -> assertThat((String) service.get("image")).as(name).matches(PINNED));
    try (Stream<String> lines = Files.lines(Composition.ROOT.resolve("Dockerfile"))) {
      assertThat(lines.filter(line -> line.startsWith("FROM ")).toList())
          .hasSize(2)
          .allSatisfy(
              line -> assertThat(line.split(" ", -1)[1]).matches(".+:\\d+\\.\\d+\\.\\d+.*"));
    }
  }

  @Test
  void shouldAskEveryServiceHowItIs() {
    services.forEach(
        (name, service) -> {
          Map<String, Object> health = map(service.get("healthcheck"));
          assertThat(texts(health.get("test"))).as(name).hasSizeGreaterThan(1);
          assertThat(health).as(name).containsKeys("interval", "timeout", "retries");
          assertThat(service).as(name).containsEntry("restart", "unless-stopped");
        });
  }

  @Test
  void shouldMountNothingThatIsNotThere() {
    services.forEach(
        (name, service) ->
            Composition.mounts(service)
                .forEach(
                    mount -> {
                      String source = mount.get(0);
                      if (source.startsWith("./")) {
                        assertThat(Composition.ROOT.resolve(source)).as(name).exists();
                        assertThat(mount)
                            .as(name + " may change files of ours")
                            .hasSize(3)
                            .endsWith("ro");
                      } else {
                        assertThat(composition.volumes()).as(name).containsKey(source);
                      }
                    }));
  }

  @Test
  void shouldFindWhatItsCommandsName() {
    services.forEach(
        (name, service) ->
            texts(service.get("command")).stream()
                .map(word -> word.replaceFirst("^--config\\.file=", ""))
                .filter(word -> word.startsWith("/etc/"))
                .forEach(word -> assertThat(mounted(service, word)).as(name).exists()));
  }

  @Test
  void shouldWaitOnlyForServicesThatSayWhenTheyAreReady() {
    services.forEach(
        (name, service) ->
            map(service.get("depends_on"))
                .forEach(
                    (needed, how) -> {
                      assertThat(services).as(name).containsKey(needed);
                      assertThat(map(how).get("condition"))
                          .as(name)
                          .isIn("service_healthy", "service_started");
                    }));
  }

  @Test
  void shouldExplainEveryVariable() throws IOException {
    Properties example = properties(Composition.ROOT.resolve("deploy/example.env"));
    Set<String> asked = new TreeSet<>();
    Matcher variable = VARIABLE.matcher(Files.readString(Composition.FILE));
    while (variable.find()) {
      asked.add(variable.group(1));
      assertThat(variable.group()).as("says what to do where it is missing").contains(":?");
    }
    assertThat(example.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(asked);
    assertThat(example.getProperty("KUROSHIO_CLUSTER_ID")).hasSize(22);
    assertThat(Files.readString(Composition.ROOT.resolve(".gitignore"))).contains("/.env");
  }

  @Test
  void shouldPublishPortsOnTheLoopbackAddressAlone() {
    services.forEach(
        (name, service) ->
            texts(service.get("ports"))
                .forEach(
                    port -> {
                      assertThat(port).as(name).matches("127\\.0\\.0\\.1:\\d+:\\d+");
                      assertThat(LISTENS.get(name))
                          .contains(port.substring(port.lastIndexOf(':') + 1));
                    }));
  }

  @Test
  void shouldOnlySpeakOfAddressesThatSomebodyListensAt() throws IOException {
    Set<String> named = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(Composition.ROOT.resolve("deploy"))) {
      files = all.filter(file -> file.toString().matches(".*\\.(ya?ml|properties)")).toList();
    }
    assertThat(files).hasSizeGreaterThan(5);
    for (Path file : files) {
      Matcher address = ADDRESS.matcher(Files.readString(file));
      while (address.find()) {
        named.add(address.group());
        assertThat(LISTENS.getOrDefault(address.group(1), Set.of()))
            .as("%s in %s", address.group(), file)
            .contains(address.group(2));
      }
    }
    assertThat(named)
        .contains(
            "kafka-1:9092",
            "registry:8080",
            "serve:8080",
            "streams:9464",
            "ingest:9464",
            "alertmanager:9093",
            "prometheus:9090");
  }

  @Test
  void shouldGiveEachBrokerItsPlaceInTheQuorum() throws IOException {
    Properties shared = properties(Composition.ROOT.resolve("deploy/kafka/server.properties"));
    List<String> voters =
        services.entrySet().stream()
            .filter(service -> service.getKey().startsWith("kafka-"))
            .map(
                service ->
                    map(service.getValue().get("environment")).get("KAFKA_NODE_ID")
                        + "@"
                        + service.getKey()
                        + ":9093")
            .toList();
    assertThat(shared.getProperty("controller.quorum.voters")).isEqualTo(String.join(",", voters));
    assertThat(shared.stringPropertyNames()).doesNotContain("node.id", "advertised.listeners");
  }

  @Test
  void shouldTellEachProcessWhatItUnderstands(@TempDir Path temp) throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "key=a secret of many letters");
    for (String role : List.of("ingest", "streams", "serve")) {
      String text =
          Files.readString(Composition.ROOT.resolve("deploy/kuroshio/" + role + ".yaml"))
              .replace("${env:KUROSHIO_OPERATOR_KEY}", "${file:" + secret + ":key}");
      RunConfig config = RunConfigFile.read(Files.writeString(temp.resolve(role + ".yaml"), text));
      assertThat(config.instance()).isEqualTo(role + "-1");
      assertThat(config.registry()).isPresent();
    }
  }

  @Test
  void shouldStartEachRoleOnce() {
    List<String> roles =
        services.values().stream()
            .map(service -> texts(service.get("command")))
            .filter(command -> command.contains("--roles"))
            .map(command -> command.get(command.indexOf("--roles") + 1))
            .collect(Collectors.toList());
    assertThat(roles).containsExactlyInAnyOrder("ingest", "streams", "serve");
  }

  @Test
  void shouldRunAsNobodySpecial() throws IOException {
    String image = Files.readString(Composition.ROOT.resolve("Dockerfile"));
    assertThat(image).contains("-jre-", "\nUSER 10001:10001\n", "\nHEALTHCHECK ");
    for (String role : List.of("ingest", "streams", "serve")) {
      assertThat(services.get(role))
          .containsEntry("read_only", true)
          .containsEntry("cap_drop", List.of("ALL"));
    }
    for (String copied :
        List.of(
            "pom.xml",
            "schemas",
            "indicators",
            "ingest",
            "streams",
            "serve",
            "bench",
            "standalone",
            "deploy/healthy")) {
      assertThat(image).contains("COPY " + copied + " ");
      assertThat(Composition.ROOT.resolve(copied)).exists();
    }
  }

  private static Path mounted(Map<String, Object> service, String path) {
    return Composition.mounts(service)
        .filter(mount -> path.startsWith(mount.get(1) + "/"))
        .map(
            mount ->
                Composition.ROOT
                    .resolve(mount.get(0))
                    .resolve(path.substring(mount.get(1).length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is mounted at " + path));
  }

  private static Properties properties(Path file) throws IOException {
    Properties read = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      read.load(text);
    }
    return read;
  }
}
