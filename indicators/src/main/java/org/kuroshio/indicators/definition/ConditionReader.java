package org.kuroshio.indicators.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.kuroshio.schemas.yaml.YamlList;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads filters, and checks every path and constant against the Avro schema. */
final class ConditionReader {
  private final Schema root;
  private final String path;

  private ConditionReader(Schema root, String path) {
    this.root = root;
    this.path = path;
  }

  /** The lines of a filter; none where there is no filter. */
  static List<Condition> all(Schema root, Optional<YamlNode> where) {
    List<Condition> conditions = new ArrayList<>();
    if (where.isPresent()) {
      where
          .get()
          .asMap()
          .values()
          .forEach(
              (path, value) -> {
                ConditionReader reader = new ConditionReader(root, path);
                if (value instanceof YamlList list
                    && list.items().stream().allMatch(YamlMap.class::isInstance)) {
                  list.items().forEach(one -> conditions.add(reader.read(one)));
                } else {
                  conditions.add(reader.read(value));
                }
              });
    }
    return conditions;
  }

  private Condition read(YamlNode values) {
    if (!(values instanceof YamlMap value)) {
      checkValues(values);
      return new Condition.In(path, values.asList().texts());
    }
    value.only(
        Set.of("not", "present", "notAfter", "before", "days", "having", "different", "least"));
    if (value.find("notAfter").isPresent()) {
      return new Condition.NotAfter(path, otherDate(value, "notAfter"));
    }
    if (value.has("before")) {
      return new Condition.Before(
          path, otherDate(value, "before"), days(value.get("days").asText()));
    }
    if (value.has("present")) {
      Fields.at(root, path, value);
      return new Condition.Present(path, value.get("present").asText().asBoolean());
    }
    if (value.has("having") || value.has("different")) {
      return atLeast(value);
    }
    checkValues(value.get("not"));
    return new Condition.NotIn(path, value.get("not").asList().texts());
  }

  private void checkValues(YamlNode values) {
    values.asList().items().forEach(v -> Fields.value(root, path, v.text(), v));
  }

  private String otherDate(YamlMap value, String key) {
    Fields.date(root, path, value);
    Fields.date(root, value.get(key).text(), value.get(key));
    return value.get(key).text();
  }

  private static int days(YamlText days) {
    if (days.asInteger() < 0) {
      throw days.problem("the days between are 0 or more, not " + days.asInteger());
    }
    return days.asInteger();
  }

  private Condition atLeast(YamlMap value) {
    Schema array = Fields.at(root, path, value);
    if (array.getType() != Schema.Type.ARRAY
        || array.getElementType().getType() != Schema.Type.RECORD) {
      throw value.problem("'" + path + "' is no list of records");
    }
    Schema element = array.getElementType();
    String different = value.text("different", "");
    if (!different.isEmpty()
        && Fields.at(element, different, value.get("different")).getType() != Schema.Type.STRING) {
      throw value.get("different").problem("'" + different + "' is no text");
    }
    int least = value.integer("least", 1);
    if (least < 1) {
      throw value.get("least").problem("at least 1, not " + least);
    }
    return new Condition.AtLeast(path, all(element, value.find("having")), different, least);
  }
}
