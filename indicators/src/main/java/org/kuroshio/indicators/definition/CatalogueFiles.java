package org.kuroshio.indicators.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.schemas.yaml.DefinitionFile;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlTree;

/** Where catalogues come from: the shipped YAML files, and files of the user beside them. */
public final class CatalogueFiles {
  private static final String INDEX = "/catalogue/index";

  private CatalogueFiles() {}

  /** The shipped catalogue, with more files added, over the shipped regions. */
  public static Catalogue shipped(List<Path> more) {
    return shipped(more, Regions.shipped());
  }

  /**
   * @param more files of the user
   * @param regions where named sets are looked up
   * @throws DefinitionException naming file, line and what would be right
   */
  public static Catalogue shipped(List<Path> more, Regions regions) {
    List<Indicator> indicators = new ArrayList<>();
    for (String name : names()) {
      indicators.addAll(parse(name, resource("/catalogue/" + name), regions));
    }
    for (Path file : more) {
      indicators.addAll(read(file, regions));
    }
    return Catalogue.of(indicators);
  }

  /** The shipped files, in the order of the index. */
  static List<String> names() {
    return resource(INDEX).lines().filter(l -> !l.isBlank()).toList();
  }

  /** The definitions of one file of the user. */
  public static List<Indicator> read(Path file, Regions regions) {
    return parse(file.toString(), DefinitionFile.text(file), regions);
  }

  /** The definitions of a text. */
  public static List<Indicator> parse(String fileName, String text, Regions regions) {
    YamlMap root = YamlTree.parse(fileName, text).asMap().only(Set.of("indicators"));
    return root.get("indicators").asList().items().stream()
        .map(node -> new IndicatorReader(node.asMap(), regions).read())
        .toList();
  }

  private static String resource(String path) {
    try (InputStream in = CatalogueFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
