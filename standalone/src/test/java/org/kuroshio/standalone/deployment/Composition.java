package org.kuroshio.standalone.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The services of `docker-compose.yml`, with anchors and merges resolved as Compose does. */
final class Composition {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  static final Path FILE = ROOT.resolve("docker-compose.yml");

  private final Map<String, Object> whole;

  Composition() throws IOException {
    whole = map(yaml(FILE));
  }

  static Object yaml(Path file) throws IOException {
    try (InputStream text = Files.newInputStream(file)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }
  }

  Map<String, Map<String, Object>> services() {
    Map<String, Map<String, Object>> services = new TreeMap<>();
    map(whole.get("services")).forEach((name, service) -> services.put(name, map(service)));
    return services;
  }

  /** Names of the volumes that Docker keeps. */
  Map<String, Object> volumes() {
    return map(whole.get("volumes"));
  }

  /** `[source, target, options]` of each volume of a service. */
  static Stream<List<String>> mounts(Map<String, Object> service) {
    return texts(service.get("volumes")).stream().map(mount -> List.of(mount.split(":", -1)));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<String> texts(Object value) {
    return value == null
        ? List.of()
        : ((List<Object>) value).stream().map(String::valueOf).toList();
  }
}
