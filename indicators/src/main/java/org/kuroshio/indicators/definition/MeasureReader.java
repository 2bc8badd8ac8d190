package org.kuroshio.indicators.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.kuroshio.indicators.definition.Measure.Each;
import org.kuroshio.indicators.definition.Measure.Timing;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads what a simple kind adds up, and checks every path and constant against the Avro schema. */
final class MeasureReader {
  private static final String BREAKDOWN_TYPES = "enum, text or true/false";

  private final YamlMap node;
  private final Schema entity;
  private final EventStream stream;

  MeasureReader(YamlMap node) {
    this.node = node;
    this.stream = node.constant("stream", EventStream.class);
    YamlNode name = node.get("entity");
    this.entity =
        stream
            .entity(name.text())
            .orElseThrow(
                () ->
                    name.problem(
                        "stream '"
                            + stream.word()
                            + "' has no entity '"
                            + name.text()
                            + "'"
                            + Nearest.hint(
                                name.text(),
                                stream.entities().stream().map(Schema::getName).toList())));
  }

  Measure flow() {
    return measure(new Timing.At(dates(node.get("date"))), aggregation());
  }

  Measure stock() {
    Optional<YamlNode> phases = node.find("phases");
    if (phases.isEmpty()) {
      if (!node.has("from") && !node.has("after")) {
        throw node.problem("a stock says when a fact enters it: 'from' or 'after' with a date");
      }
      return measure(new Timing.During(List.of(presence("", node))), aggregation());
    }
    if (node.has("breakdown")) {
      throw node.get("breakdown").problem("a stock of phases is broken down by its phases only");
    }
    List<Presence> presences = phases.get().asList().items().stream().map(this::phase).toList();
    return measure(new Timing.During(presences), aggregation());
  }

  Measure cumulative() {
    return measure(
        new Timing.During(
            List.of(new Presence("", dates(node.get("date")), List.of(), List.of(), List.of()))),
        aggregation());
  }

  Measure days() {
    YamlMap days = node.get("days").asMap().only(java.util.Set.of("from", "to"));
    List<String> from = dates(days.get("from"));
    List<String> to = dates(days.get("to"));
    return measure(new Timing.At(from), new Aggregation.Days(from.get(0), to.get(0)));
  }

  private Presence phase(YamlNode item) {
    YamlMap phase =
        item.asMap().only(java.util.Set.of("label", "from", "after", "through", "until"));
    return presence(phase.text("label"), phase);
  }

  private Presence presence(String label, YamlMap place) {
    return new Presence(
        label,
        optionalDates(place, "from"),
        optionalDates(place, "after"),
        optionalDates(place, "through"),
        optionalDates(place, "until"));
  }

  private List<String> optionalDates(YamlMap place, String key) {
    return place.find(key).map(this::dates).orElse(List.of());
  }

  private List<String> dates(YamlNode paths) {
    for (YamlNode path : paths.asList().items()) {
      Fields.date(entity, path.text(), path);
    }
    return paths.asList().texts();
  }

  private Measure measure(Timing timing, Aggregation aggregation) {
    Optional<Each> each = node.find("each").map(this::each);
    return new Measure(
        stream.word(),
        entity.getName(),
        ConditionReader.all(entity, node.find("where")),
        each,
        aggregation,
        timing,
        region(node.get("region").asMap()),
        breakdown());
  }

  private Each each(YamlNode item) {
    YamlMap each = item.asMap().only(java.util.Set.of("path", "where"));
    String path = each.text("path");
    Schema array = Fields.at(entity, path, each.get("path"));
    if (array.getType() != Schema.Type.ARRAY) {
      throw each.get("path").problem("'" + path + "' is no list");
    }
    return new Each(path, ConditionReader.all(array.getElementType(), each.find("where")));
  }

  private Aggregation aggregation() {
    Optional<YamlNode> found = node.find("aggregate");
    if (found.isEmpty() || (found.get() instanceof YamlText text && text.value().equals("count"))) {
      return new Aggregation.Count();
    }
    if (!(found.get() instanceof YamlMap map)) {
      throw found
          .get()
          .problem(
              "unknown aggregation '"
                  + found.get().text()
                  + "'; known are count, { sum: path }, { distinct: path }");
    }
    map.only(java.util.Set.of("sum", "distinct"));
    if (map.has("distinct")) {
      YamlNode path = map.get("distinct");
      Schema root =
          node.find("each")
              .map(e -> Fields.at(entity, e.asMap().text("path"), e).getElementType())
              .orElse(entity);
      if (Fields.at(root, path.text(), path).getType() != Schema.Type.STRING) {
        throw path.problem("distinct counts text, and '" + path.text() + "' is none");
      }
      return new Aggregation.Distinct(path.text());
    }
    YamlNode path = map.get("sum");
    if (node.has("each")) {
      throw path.problem("sum takes a field of the entity and goes with no 'each'");
    }
    Schema summed = Fields.at(entity, path.text(), path);
    if (!summed.getName().equals("Money") && summed.getType() != Schema.Type.LONG) {
      throw path.problem(
          "sum takes money or a whole number, and '" + path.text() + "' is " + summed.getName());
    }
    return new Aggregation.Sum(path.text());
  }

  private RegionBasis region(YamlMap region) {
    region.only(java.util.Set.of("basis", "path", "roles"));
    YamlNode path = region.get("path");
    Schema found = Fields.at(entity, path.text(), path);
    Schema leaf = found.getType() == Schema.Type.ARRAY ? found.getElementType() : found;
    boolean party = leaf.getName().equals("Party");
    if (!party && found.getType() != Schema.Type.STRING) {
      throw path.problem("'" + path.text() + "' is neither a region code nor a party");
    }
    List<String> roles = new ArrayList<>();
    for (YamlNode role : region.items("roles")) {
      roles.add(role.asText().asConstant(PartyRole.class).name());
    }
    return new RegionBasis(region.text("basis"), path.text(), roles);
  }

  private List<String> breakdown() {
    List<String> paths = new ArrayList<>();
    for (YamlNode path : node.items("breakdown")) {
      Schema found = Fields.at(entity, path.text(), path);
      Schema leaf = found.getType() == Schema.Type.ARRAY ? found.getElementType() : found;
      switch (leaf.getType()) {
        case ENUM, STRING, BOOLEAN -> paths.add(path.text());
        default ->
            throw path.problem(
                "a breakdown is "
                    + BREAKDOWN_TYPES
                    + ", and '"
                    + path.text()
                    + "' is "
                    + leaf.getName());
      }
    }
    return paths;
  }
}
