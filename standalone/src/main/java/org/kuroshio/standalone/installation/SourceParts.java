package org.kuroshio.standalone.installation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kuroshio.schemas.yaml.Place;
import org.kuroshio.schemas.yaml.YamlMap;

/** Reads what is said under {@code sources}. */
final class SourceParts {
  private final Path folder;
  private final Mistakes mistakes;

  SourceParts(Path folder, Mistakes mistakes) {
    this.folder = folder;
    this.mistakes = mistakes;
  }

  List<SourcePart> of(YamlMap sources) {
    List<SourcePart> parts = new ArrayList<>();
    sources
        .values()
        .forEach(
            (name, node) ->
                mistakes
                    .attempt(node::asMap)
                    .flatMap(map -> mistakes.attempt(map.place(), () -> part(name, map)))
                    .ifPresent(parts::add));
    return parts;
  }

  private SourcePart part(String name, YamlMap map) {
    map.only(List.of("definition", "input", "tasks", "settings"));
    return new SourcePart(
        name,
        definition(map.text("definition", name)),
        map.texts("input").stream()
            .map(input -> folder.resolve(input).normalize().toString())
            .toList(),
        map.integer("tasks", 1),
        map.find("settings").map(node -> settings(node.asMap())).orElse(Map.of()),
        map.place());
  }

  /** A file beside the configuration, or else a shipped name. */
  private String definition(String text) {
    Path file = folder.resolve(text);
    return Files.isRegularFile(file) ? file.normalize().toString() : text;
  }

  private Map<String, String> settings(YamlMap map) {
    Map<String, String> settings = new HashMap<>();
    map.values()
        .forEach(
            (key, node) -> {
              String value = node.text();
              Place place = node.place();
              Secrets.literal(key, value, false).ifPresent(why -> mistakes.add(place, why));
              settings.put(key, value);
            });
    return settings;
  }
}
