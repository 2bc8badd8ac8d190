package org.kuroshio.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.file.FilePattern;
import org.kuroshio.ingest.template.Template;
import org.kuroshio.schemas.yaml.Place;
import org.kuroshio.schemas.yaml.YamlList;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;

/** Reads what may stand in a part, or at the top of a definition without parts. */
final class PartReader {
  /** May stand at the top for every part. */
  static final List<String> DEFAULTS =
      List.of("format", "charset", "personal", "publishedAt", "version", "constants");

  static final List<String> OWN =
      List.of("name", "files", "records", "coverage", "entity", "key", "mapping", "entities");

  private static final List<String> OF_ENTITY =
      List.of("entity", "key", "version", "publishedAt", "mapping");

  private final YamlMap top;

  PartReader(YamlMap top) {
    this.top = top;
  }

  Part read(YamlMap part, String name, List<FilePattern> patterns, Optional<Fetch> fetch) {
    ObjectNode constants = constants(part);
    YamlNode personal =
        inherited(part, "personal")
            .orElseThrow(
                () ->
                    part.place()
                        .problem(
                            "key 'personal' is missing: list the paths that may hold personal"
                                + " data, or declare 'none'"));
    return new Part(
        name,
        part.place(),
        patterns,
        fetch,
        FormatReader.format(
            inherited(part, "format")
                .orElseThrow(() -> part.place().problem("key 'format' is missing")),
            part.find("records")),
        FormatReader.charset(inherited(part, "charset")),
        PersonalReader.read(personal),
        constants,
        part.find("coverage").map(node -> CoverageReader.read(node, fetch)),
        entities(part, constants));
  }

  private Optional<YamlNode> inherited(YamlMap part, String key) {
    return part.find(key).or(() -> top.find(key));
  }

  private ObjectNode constants(YamlMap part) {
    return (ObjectNode)
        inherited(part, "constants")
            .map(node -> json(node.asMap()))
            .orElseGet(JsonNodeFactory.instance::objectNode);
  }

  private static JsonNode json(YamlNode node) {
    if (node instanceof YamlMap map) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      map.values().forEach((key, value) -> object.set(key, json(value)));
      return object;
    }
    if (node instanceof YamlList list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.items().forEach(item -> array.add(json(item)));
      return array;
    }
    return JsonNodeFactory.instance.textNode(node.text());
  }

  private List<EntityMapping> entities(YamlMap part, ObjectNode constants) {
    Optional<YamlNode> listed = part.find("entities");
    if (listed.isEmpty()) {
      return List.of(entity(part, part, constants));
    }
    for (String key : List.of("entity", "key", "mapping")) {
      if (part.has(key)) {
        throw part.placeOf(key).problem("'" + key + "' can't stand beside 'entities'");
      }
    }
    List<EntityMapping> entities = new ArrayList<>();
    for (YamlNode item : listed.get().asList().items()) {
      entities.add(entity(item.asMap().only(OF_ENTITY), part, constants));
    }
    if (entities.isEmpty()) {
      throw part.placeOf("entities").problem("'entities' is empty");
    }
    return entities;
  }

  private EntityMapping entity(YamlMap map, YamlMap part, ObjectNode constants) {
    return new EntityMapping(
        map.place(),
        map.find("entity").map(YamlNode::text),
        map.find("key").map(node -> template(node, constants)),
        map.find("version").or(() -> inherited(part, "version")).map(n -> template(n, constants)),
        map.find("publishedAt")
            .or(() -> inherited(part, "publishedAt"))
            .map(node -> template(node, constants)),
        mapping(map.get("mapping")));
  }

  private static Template template(YamlNode node, ObjectNode constants) {
    return node.place().checked(() -> Template.parse(node.text(), constants));
  }

  private static Mapping mapping(YamlNode node) {
    if (node instanceof YamlMap map) {
      YamlNode inline = map.only(List.of("inline")).get("inline");
      return new InlineJslt(inline.place(), inline.text());
    }
    String text = node.text();
    if (text.equals("envelope")) {
      return new EnvelopeMapping();
    }
    Place place = node.place();
    if (!text.endsWith(".jslt") || text.contains("..") || text.startsWith("/")) {
      throw place.problem(
          "mapping is a .jslt file beside this one, { inline: ... } or envelope; was '"
              + text
              + "'");
    }
    return new JsltFile(text);
  }
}
