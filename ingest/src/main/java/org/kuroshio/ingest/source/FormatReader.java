package org.kuroshio.ingest.source;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.Place;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code format}, {@code records} and {@code charset}. */
final class FormatReader {
  private static final List<String> FORMATS = List.of("csv", "json", "xml");
  private static final List<String> OF_CSV =
      List.of("delimiter", "quote", "header", "columns", "comment", "rowHash", "nested", "skip");

  private FormatReader() {}

  static Format format(YamlNode node, Optional<YamlNode> records) {
    YamlMap map = node instanceof YamlText text ? bare(text) : node.asMap();
    map.only(FORMATS);
    if (map.values().size() != 1) {
      throw node.place().problem("exactly one format, one of " + String.join(", ", FORMATS));
    }
    if (map.has("csv")) {
      refuse(records, "a CSV file needs no 'records'");
      YamlMap csv = map.get("csv").asMap().only(OF_CSV);
      return csv.place().checked(() -> csv(csv));
    }
    return map.has("json") ? json(map.get("json").asText(), records) : xml(map, records);
  }

  private static YamlMap bare(YamlText text) {
    if (text.value().equals("json")) {
      throw text.place().problem("say how: { json: array }, { json: lines } or { json: whole }");
    }
    YamlMap none = new YamlMap(text.place(), Map.of(), Map.of());
    return new YamlMap(
        text.place(), Map.of(text.value(), none), Map.of(text.value(), text.place()));
  }

  private static void refuse(Optional<YamlNode> records, String why) {
    records.ifPresent(
        node -> {
          throw node.place().problem(why);
        });
  }

  private static CsvFormat csv(YamlMap map) {
    return new CsvFormat(
        character(map, "delimiter", ","),
        map.text("quote", "\"").equals("none")
            ? Optional.empty()
            : Optional.of(character(map, "quote", "\"")),
        map.flag("header", true),
        map.texts("columns"),
        map.find("comment").map(YamlNode::text),
        map.find("rowHash").map(node -> node.asMap().only(List.of("without")).texts("without")),
        map.flag("nested", false),
        map.find("skip").map(FormatReader::rows).orElse(0));
  }

  private static int rows(YamlNode node) {
    String text = node.asText().value();
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw node.place().problem("'skip' is a number of rows, was '" + text + "'");
    }
  }

  private static char character(YamlMap map, String key, String otherwise) {
    String text = map.text(key, otherwise);
    if (text.length() != 1) {
      throw map.placeOf(key).problem("'" + key + "' is one character, was '" + text + "'");
    }
    return text.charAt(0);
  }

  private static Format json(YamlText how, Optional<YamlNode> records) {
    switch (how.value()) {
      case "array":
        String pointer = records.map(YamlNode::text).orElse("");
        Place place = records.map(YamlNode::place).orElse(how.place());
        return new JsonArrayFormat(place.checked(() -> JsonPointer.compile(pointer)));
      case "lines":
        refuse(records, "each line is a record; 'records' belongs to { json: array }");
        return new JsonLinesFormat();
      case "whole":
        refuse(records, "the document is the record; 'records' belongs to { json: array }");
        return new JsonDocumentFormat();
      default:
        throw how.place()
            .problem(
                "unknown kind of JSON '"
                    + how.value()
                    + "'"
                    + Nearest.hint(how.value(), List.of("array", "lines", "whole")));
    }
  }

  private static Format xml(YamlMap map, Optional<YamlNode> records) {
    YamlMap xml = map.get("xml").asMap().only(List.of("arrays", "skip", "documents"));
    String element =
        records
            .map(YamlNode::text)
            .orElseThrow(
                () ->
                    map.place().problem("'records' is missing: the name of the record's element"));
    return new XmlFormat(
        element,
        Set.copyOf(xml.texts("arrays")),
        Set.copyOf(xml.texts("skip")),
        xml.flag("documents", false));
  }

  static CharsetChoice charset(Optional<YamlNode> node) {
    if (node.isEmpty()) {
      return CharsetChoice.UTF_8_ONLY;
    }
    if (node.get() instanceof YamlText name) {
      return new CharsetChoice(Optional.of(charset(name)), CodingErrorAction.REPORT);
    }
    YamlMap map = node.get().asMap().only(List.of("else", "onUndecodable"));
    String action = map.text("onUndecodable", "reject");
    if (!action.equals("reject") && !action.equals("replace")) {
      throw map.placeOf("onUndecodable")
          .problem("onUndecodable is reject or replace, was '" + action + "'");
    }
    return new CharsetChoice(
        Optional.of(charset(map.get("else").asText())),
        action.equals("replace") ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT);
  }

  private static Charset charset(YamlText name) {
    try {
      return Charset.forName(name.value());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw name.place()
          .problem(
              "unknown charset '"
                  + name.value()
                  + "'"
                  + Nearest.to(name.value(), Charset.availableCharsets().keySet())
                      .map(near -> "; did you mean '" + near + "'?")
                      .orElse(""));
    }
  }
}
