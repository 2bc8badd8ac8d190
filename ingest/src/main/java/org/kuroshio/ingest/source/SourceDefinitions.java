package org.kuroshio.ingest.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.Place;

/** Finds definitions: those that any jar on the class path ships, and files. */
public final class SourceDefinitions {
  /** In each jar that ships sources: one name a line. */
  static final String LIST = "META-INF/kuroshio/sources";

  private SourceDefinitions() {}

  /**
   * All shipped definitions by name.
   *
   * @throws DefinitionException if one of them is wrong
   */
  public static List<SourceDefinition> shipped() {
    return origins().values().stream().map(origin -> read(origin, Map.of())).toList();
  }

  /**
   * @param nameOrFile a shipped name, or a path to a YAML file
   * @throws UnknownSourceException if there is neither
   * @throws DefinitionException if the definition is wrong
   */
  public static SourceDefinition find(String nameOrFile) {
    return find(nameOrFile, Map.of());
  }

  /**
   * @param settings values by name, which win over the definition's defaults
   * @throws UnknownSourceException if there is neither a shipped source nor a file of this name
   * @throws DefinitionException if the definition is wrong, or wrong with these values
   */
  public static SourceDefinition find(String nameOrFile, Map<String, String> settings) {
    Map<String, ClasspathOrigin> origins = origins();
    ClasspathOrigin shipped = origins.get(nameOrFile);
    if (shipped != null) {
      return read(shipped, settings);
    }
    Path file = Path.of(nameOrFile);
    if (Files.isRegularFile(file)) {
      return read(new FileOrigin(file), settings);
    }
    throw new UnknownSourceException(
        "no source '"
            + nameOrFile
            + "': neither shipped nor a file"
            + Nearest.hint(nameOrFile, origins.keySet()));
  }

  private static SourceDefinition read(Origin origin, Map<String, String> settings) {
    try {
      String shown = origin.shown();
      String text = origin.read(shown.substring(shown.lastIndexOf('/') + 1));
      return new SourceReader(origin, settings).read(text);
    } catch (NoSuchFileException e) {
      throw new Place(origin.shown(), 1).problem("listed in " + LIST + " but not there");
    } catch (IOException e) {
      throw new Place(origin.shown(), 1).problem("can't be read as UTF-8 text: " + e.getMessage());
    }
  }

  private static Map<String, ClasspathOrigin> origins() {
    Map<String, ClasspathOrigin> origins = new TreeMap<>();
    try {
      ClassLoader loader = SourceDefinitions.class.getClassLoader();
      for (URL list : Collections.list(loader.getResources(LIST))) {
        for (String name : names(list)) {
          ClasspathOrigin twice = origins.put(name, new ClasspathOrigin(root(list), name));
          if (twice != null) {
            throw new Place(list.toString(), 1)
                .problem("source '" + name + "' is shipped twice, also in " + twice.root());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return origins;
  }

  private static List<String> names(URL list) throws IOException {
    var connection = list.openConnection();
    connection.setUseCaches(false);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private static URL root(URL list) throws MalformedURLException {
    String address = list.toString();
    return new URL(address.substring(0, address.length() - LIST.length()));
  }
}
