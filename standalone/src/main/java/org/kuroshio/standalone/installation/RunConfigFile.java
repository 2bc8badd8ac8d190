package org.kuroshio.standalone.installation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.RegistrySettings;
import org.kuroshio.schemas.topic.TopicSettings;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlTree;
import org.kuroshio.serve.delivery.settings.DeliveryReader;
import org.kuroshio.serve.delivery.settings.DeliverySettings;
import org.kuroshio.standalone.failure.Failure;

/**
 * Reads {@code run}'s configuration. Paths in it are seen from where the file lies; each part that
 * is wrong is named, not the first only.
 */
public final class RunConfigFile {
  private static final List<String> PARTS =
      List.of(
          "instance",
          "state",
          "kafka",
          "registry",
          "streams",
          "ingest",
          "alerts",
          "serve",
          "metrics");

  private final Path folder;
  private final Secrets secrets;
  private final Mistakes mistakes = new Mistakes();

  private RunConfigFile(Path folder, Secrets secrets) {
    this.folder = folder;
    this.secrets = secrets;
  }

  /**
   * @throws Failure naming every mistake with file, line and what would be right
   */
  public static RunConfig read(Path file) {
    try (Secrets secrets = new Secrets()) {
      return new RunConfigFile(file.toAbsolutePath().getParent(), secrets)
          .config(map(file, "the configuration"));
    }
  }

  /**
   * A file with what stands under {@code alerts: delivery:} alone.
   *
   * @throws Failure naming the first mistake with file, line and what would be right
   */
  public static DeliverySettings readDelivery(Path file) {
    try (Secrets secrets = new Secrets()) {
      return new DeliveryReader(secrets::resolve).read(map(file, "the channels"));
    }
  }

  private static YamlMap map(Path file, String what) {
    try {
      return YamlTree.parse(file.toString(), Files.readString(file)).asMap();
    } catch (NoSuchFileException e) {
      throw new Failure("there is no file " + file, e);
    } catch (IOException e) {
      throw new Failure("%s %s can't be read: %s".formatted(what, file, e.getMessage()), e);
    }
  }

  private RunConfig config(YamlMap root) {
    mistakes.attempt(() -> root.only(PARTS));
    Optional<String> instance = mistakes.attempt(() -> root.text("instance"));
    Optional<Path> state = mistakes.attempt(() -> path(root.text("state")));
    KafkaPart kafka =
        mistakes
            .attempt(() -> root.get("kafka").asMap())
            .flatMap(map -> mistakes.attempt(() -> kafka(map)))
            .orElse(KafkaPart.UNKNOWN);
    Optional<Optional<URI>> registry = mistakes.attempt(() -> registry(root));
    StreamsPart streams = part(root, "streams", this::streams).orElse(StreamsPart.USUAL);
    IngestPart ingest = part(root, "ingest", this::ingest).orElse(IngestPart.NONE);
    AlertsPart alerts = part(root, "alerts", this::alerts).orElse(AlertsPart.USUAL);
    ServePart serve =
        part(root, "serve", new ServeParts(secrets, mistakes)::of).orElse(ServePart.USUAL);
    Optional<MetricsPart> metrics = part(root, "metrics", this::metrics);
    mistakes.throwIfAny();
    Optional<RunConfig> config =
        mistakes.attempt(
            root.place(),
            () ->
                new RunConfig(
                    instance.orElseThrow(),
                    state.orElseThrow(),
                    kafka.cluster(),
                    kafka.principal(),
                    kafka.topics(),
                    kafka.groupPrefix(),
                    registry.orElseThrow(),
                    streams,
                    ingest,
                    alerts,
                    serve,
                    metrics));
    mistakes.throwIfAny();
    return config.orElseThrow();
  }

  private <T> Optional<T> part(YamlMap root, String key, Function<YamlMap, Optional<T>> reader) {
    return root.find(key).flatMap(node -> mistakes.attempt(node::asMap)).flatMap(reader);
  }

  private KafkaPart kafka(YamlMap map) {
    mistakes.attempt(
        () ->
            map.only(
                List.of(
                    "bootstrap",
                    "client",
                    "principal",
                    "topic_prefix",
                    "group_prefix",
                    "replication_factor",
                    "event_partitions")));
    Map<String, String> client =
        map.find("client")
            .flatMap(node -> mistakes.attempt(node::asMap))
            .map(settings -> ClientSettings.read(settings, secrets, mistakes))
            .orElse(Map.of());
    Optional<Cluster> cluster =
        mistakes.attempt(
            map.placeOf("bootstrap"),
            () -> new Cluster(String.join(",", map.texts("bootstrap")), client));
    Optional<TopicSettings> topics =
        mistakes.attempt(
            map.place(),
            () ->
                new TopicSettings(
                    map.text("topic_prefix", ""),
                    map.integer("event_partitions", TopicSettings.DEFAULT.eventPartitions()),
                    (short) map.integer("replication_factor", -1)));
    String principal =
        map.text("principal", ClientSettings.principal(client).orElse("User:kuroshio"));
    return new KafkaPart(
        cluster.orElse(KafkaPart.UNKNOWN.cluster()),
        principal,
        topics.orElse(TopicSettings.DEFAULT),
        map.text("group_prefix", ""));
  }

  private Optional<URI> registry(YamlMap root) {
    return root.find("registry")
        .map(
            node -> {
              YamlMap registry = node.asMap().only(List.of("url"));
              YamlNode url = registry.get("url");
              return url.place().checked(() -> RegistrySettings.of(URI.create(url.text())).base());
            });
  }

  private Optional<StreamsPart> streams(YamlMap map) {
    return mistakes.attempt(
        map.place(),
        () -> {
          map.only(List.of("threads", "flush", "commit"));
          return new StreamsPart(
              map.integer("threads", StreamsPart.USUAL.threads()),
              Durations.of(map, "flush", StreamsPart.USUAL.flush()),
              Durations.of(map, "commit", StreamsPart.USUAL.commit()));
        });
  }

  private Optional<IngestPart> ingest(YamlMap map) {
    mistakes.attempt(() -> map.only(List.of("host", "port", "api", "sources")));
    List<SourcePart> sources =
        part(map, "sources", found -> Optional.of(new SourceParts(folder, mistakes).of(found)))
            .orElse(List.of());
    return mistakes.attempt(
        map.place(),
        () ->
            new IngestPart(
                map.text("host", IngestPart.NONE.host()),
                map.integer("port", IngestPart.NONE.port()),
                map.has("api")
                    ? map.constant("api", IngestPart.WorkerApi.class)
                    : IngestPart.NONE.api(),
                sources));
  }

  private Optional<AlertsPart> alerts(YamlMap map) {
    mistakes.attempt(() -> map.only(List.of("rules", "delivery")));
    Optional<DeliverySettings> delivery =
        part(
            map,
            "delivery",
            found -> mistakes.attempt(() -> new DeliveryReader(secrets::resolve).read(found)));
    return mistakes.attempt(
        map.place(),
        () ->
            new AlertsPart(
                map.texts("rules").stream().map(this::path).toList(),
                delivery.orElse(DeliverySettings.NONE)));
  }

  private Optional<MetricsPart> metrics(YamlMap map) {
    return mistakes.attempt(
        map.place(),
        () -> {
          map.only(List.of("host", "port"));
          return new MetricsPart(map.text("host", MetricsPart.LOOPBACK), map.integer("port"));
        });
  }

  private Path path(String text) {
    return folder.resolve(text).normalize();
  }
}
