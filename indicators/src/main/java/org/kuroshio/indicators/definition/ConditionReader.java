package org.kuroshio.indicators.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.kuroshio.indicators.yaml.YamlNode;

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
          .entries()
          .forEach(
              (path, value) -> {
                ConditionReader reader = new ConditionReader(root, path);
                if (value.isList() && value.list().stream().allMatch(YamlNode::isMap)) {
                  value.list().forEach(one -> conditions.add(reader.read(one)));
                } else {
                  conditions.add(reader.read(value));
                }
              });
    }
    return conditions;
  }

  private Condition read(YamlNode value) {
    if (!value.isMap()) {
      checkValues(value);
      return new Condition.In(path, value.texts());
    }
    value.only(
        Set.of("not", "present", "notAfter", "before", "days", "having", "different", "least"));
    if (value.find("notAfter").isPresent()) {
      return new Condition.NotAfter(path, otherDate(value, "notAfter"));
    }
    if (value.find("before").isPresent()) {
      return new Condition.Before(path, otherDate(value, "before"), days(value.get("days")));
    }
    if (value.find("present").isPresent()) {
      Fields.at(root, path, value);
      return new Condition.Present(path, value.get("present").bool());
    }
    if (value.find("having").isPresent() || value.find("different").isPresent()) {
      return atLeast(value);
    }
    checkValues(value.get("not"));
    return new Condition.NotIn(path, value.get("not").texts());
  }

  private void checkValues(YamlNode values) {
    values.oneOrMore().forEach(v -> Fields.value(root, path, v.text(), v));
  }

  private String otherDate(YamlNode value, String key) {
    Fields.date(root, path, value);
    Fields.date(root, value.get(key).text(), value.get(key));
    return value.get(key).text();
  }

  private static int days(YamlNode days) {
    if (days.integer() < 0) {
      throw days.error("the days between are 0 or more, not " + days.integer());
    }
    return days.integer();
  }

  private Condition atLeast(YamlNode value) {
    Schema array = Fields.at(root, path, value);
    if (array.getType() != Schema.Type.ARRAY
        || array.getElementType().getType() != Schema.Type.RECORD) {
      throw value.error("'" + path + "' is no list of records");
    }
    Schema element = array.getElementType();
    String different = value.find("different").map(YamlNode::text).orElse("");
    if (!different.isEmpty()
        && Fields.at(element, different, value.get("different")).getType() != Schema.Type.STRING) {
      throw value.get("different").error("'" + different + "' is no text");
    }
    int least = value.find("least").map(YamlNode::integer).orElse(1);
    if (least < 1) {
      throw value.get("least").error("at least 1, not " + least);
    }
    return new Condition.AtLeast(path, all(element, value.find("having")), different, least);
  }
}
