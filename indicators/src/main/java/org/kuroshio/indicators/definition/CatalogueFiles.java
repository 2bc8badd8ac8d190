package org.kuroshio.indicators.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kuroshio.indicators.yaml.DefinitionException;
import org.kuroshio.indicators.yaml.YamlNode;

/** Where catalogues come from: the shipped YAML files, and files of the user beside them. */
public final class CatalogueFiles {
  private static final String INDEX = "/catalogue/index";

  private CatalogueFiles() {}

  /** The shipped catalogue, with more files added. */
  public static Catalogue shipped(List<Path> more) {
    List<Indicator> indicators = new ArrayList<>();
    for (String name : resource(INDEX).lines().filter(l -> !l.isBlank()).toList()) {
      indicators.addAll(parse(name, resource("/catalogue/" + name)));
    }
    for (Path file : more) {
      indicators.addAll(read(file));
    }
    return Catalogue.of(indicators);
  }

  /** The definitions of one file of the user. */
  public static List<Indicator> read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new DefinitionException(file.toString(), 1, "can't be read: " + e.getMessage());
    }
  }

  /** The definitions of a text. */
  public static List<Indicator> parse(String fileName, String text) {
    YamlNode root = YamlNode.read(fileName, text).only(java.util.Set.of("indicators"));
    return root.get("indicators").list().stream()
        .map(node -> new IndicatorReader(node).read())
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
