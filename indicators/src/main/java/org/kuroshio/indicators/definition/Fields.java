package org.kuroshio.indicators.definition;

import java.util.List;
import org.apache.avro.Schema;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlNode;

/**
 * Follows a definition's paths through an Avro schema, and refuses what isn't there with the
 * nearest name that is.
 */
final class Fields {
  private Fields() {}

  /** The schema at a path, nulls of unions left out. */
  static Schema at(Schema root, String path, YamlNode place) {
    Schema current = root;
    for (String name : path.split("\\.", -1)) {
      if (current.getType() == Schema.Type.ARRAY) {
        throw place.problem(
            "'"
                + path
                + "' goes on behind a list; use 'each', or a condition such as { having: { "
                + name
                + ": ... } } on the list");
      }
      Schema record = current;
      if (record.getType() != Schema.Type.RECORD) {
        throw place.problem(
            "'"
                + path
                + "' goes on behind '"
                + record.getType().getName()
                + "', which has no fields");
      }
      Schema.Field field = record.getField(name);
      if (field == null) {
        List<String> names = record.getFields().stream().map(Schema.Field::name).toList();
        throw place.problem(
            "'" + record.getName() + "' has no field '" + name + "'" + Nearest.hint(name, names));
      }
      current = set(field.schema());
    }
    return current;
  }

  /** The schema at a path that has been checked. */
  static Schema find(Schema root, String path) {
    Schema current = root;
    for (String name : path.split("\\.", -1)) {
      current = set(current.getField(name).schema());
    }
    return current;
  }

  static Schema date(Schema root, String path, YamlNode place) {
    Schema found = at(root, path, place);
    if (!found.getName().equals("DateInterval")) {
      throw place.problem("'" + path + "' is no date interval but " + found.getName());
    }
    return found;
  }

  /** A filter's values must be constants of the enum, `true`/`false`, or text. */
  static void value(Schema root, String path, String value, YamlNode place) {
    Schema found = at(root, path, place);
    Schema leaf = found.getType() == Schema.Type.ARRAY ? set(found.getElementType()) : found;
    switch (leaf.getType()) {
      case ENUM -> {
        if (!leaf.getEnumSymbols().contains(value)) {
          throw place.problem(
              "'"
                  + path
                  + "' has no value '"
                  + value
                  + "'"
                  + Nearest.hint(value, leaf.getEnumSymbols()));
        }
      }
      case BOOLEAN -> {
        if (!value.equals("true") && !value.equals("false")) {
          throw place.problem("'" + path + "' is true or false, not '" + value + "'");
        }
      }
      case STRING, LONG, INT -> {}
      default ->
          throw place.problem(
              "'"
                  + path
                  + "' is "
                  + leaf.getType().getName()
                  + " and can't be compared with '"
                  + value
                  + "'");
    }
  }

  private static Schema set(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    List<Schema> types =
        schema.getTypes().stream().filter(s -> s.getType() != Schema.Type.NULL).toList();
    return types.get(0);
  }
}
