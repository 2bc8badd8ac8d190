package org.kuroshio.ingest.page;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.measure.Measures;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code pages}. */
public final class PagesReader {
  private static final List<String> KINDS =
      List.of("offset", "number", "cursor", "after", "link", "range");

  private PagesReader() {}

  public static Pages read(YamlNode node) {
    if (node instanceof YamlText text) {
      if (text.value().equals("none")) {
        return new Pages.None(Optional.empty());
      }
      throw text.place()
          .problem("unknown kind of pages '" + text.value() + "'" + advice(text.value()));
    }
    YamlMap map = node.asMap().only(KINDS);
    if (map.values().size() != 1) {
      throw map.place().problem("exactly one kind of pages, one of " + String.join(", ", KINDS));
    }
    String kind = map.values().keySet().iterator().next();
    YamlMap pages = map.get(kind).asMap();
    return pages.place().checked(() -> pages(kind, pages));
  }

  private static String advice(String word) {
    return Nearest.hint(word, List.of("none"))
        + "; or one of "
        + String.join(", ", KINDS)
        + " with its settings";
  }

  private static Pages pages(String kind, YamlMap map) {
    return switch (kind) {
      case "offset" -> offset(map);
      case "number" -> number(map);
      case "cursor" -> {
        map.only(List.of("param", "at", "total"));
        yield new Pages.Cursor(param(map), pointer(map.get("at")), total(map));
      }
      case "after" -> {
        map.only(List.of("param", "field", "size", "total"));
        yield new Pages.After(param(map), pointer(map.get("field")), size(map), total(map));
      }
      case "link" -> {
        map.only(List.of("at", "total"));
        yield new Pages.Link(map.find("at").map(PagesReader::pointer), total(map));
      }
      default -> range(map);
    };
  }

  private static Pages offset(YamlMap map) {
    map.only(List.of("param", "size", "first", "shortIsLast", "total", "most"));
    return new Pages.Offset(
        param(map), size(map), first(map, 0), shortIsLast(map), total(map), most(map));
  }

  private static Pages number(YamlMap map) {
    map.only(List.of("param", "size", "first", "shortIsLast", "pages", "total", "most"));
    return new Pages.Number(
        param(map),
        size(map),
        first(map, 1),
        shortIsLast(map),
        map.find("pages").map(PagesReader::pointer),
        total(map),
        most(map));
  }

  private static Pages range(YamlMap map) {
    map.only(List.of("param", "header", "size", "first", "total", "most"));
    if (map.has("param") && map.has("header")) {
      throw map.placeOf("header").problem("a range goes into 'param' or 'header', not into both");
    }
    return new Pages.Range(
        param(map).or(() -> map.find("header").map(node -> node.asText().value())),
        map.has("header"),
        size(map),
        first(map, 1),
        total(map),
        most(map));
  }

  private static Optional<String> param(YamlMap map) {
    return map.find("param").map(node -> node.asText().value());
  }

  private static int size(YamlMap map) {
    return Measures.count(map.get("size"), 1);
  }

  private static int first(YamlMap map, int otherwise) {
    int first = map.find("first").map(node -> Measures.count(node, 0)).orElse(otherwise);
    if (first > 1) {
      throw map.placeOf("first").problem("'first' is 0 or 1, was " + first);
    }
    return first;
  }

  private static boolean shortIsLast(YamlMap map) {
    return map.flag("shortIsLast", true);
  }

  private static Optional<JsonPointer> total(YamlMap map) {
    return map.find("total").map(PagesReader::pointer);
  }

  private static Optional<Integer> most(YamlMap map) {
    return map.find("most").map(node -> Measures.count(node, 1));
  }

  static JsonPointer pointer(YamlNode node) {
    YamlText text = node.asText();
    return text.place().checked(() -> JsonPointer.compile(text.value()));
  }
}
