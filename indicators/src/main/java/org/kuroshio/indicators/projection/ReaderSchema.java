package org.kuroshio.indicators.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.kuroshio.indicators.definition.EventStream;

/**
 * An envelope schema with only the fields that are read, so that decoding skips the rest. Entities
 * that no measure reads stay in the union as records without fields.
 */
final class ReaderSchema {
  private static final List<String> ENVELOPE =
      List.of("entityId", "version", "publishedAt", "op", "standsFor", "entity");

  private final Map<String, Set<String>> needed = new LinkedHashMap<>();
  private final Map<String, Schema> built = new LinkedHashMap<>();
  private final EventStream stream;

  ReaderSchema(EventStream stream) {
    this.stream = stream;
    needed.put(stream.envelope().getFullName(), new LinkedHashSet<>(ENVELOPE));
  }

  /**
   * Asks for a path below an entity, with everything under it that `DateInterval`, `Party` and
   * `Money` are read for.
   */
  ReaderSchema need(Schema entity, String path) {
    Schema current = entity;
    for (String name : path.split("\\.", -1)) {
      Schema record = element(current);
      needed.computeIfAbsent(record.getFullName(), k -> new LinkedHashSet<>()).add(name);
      current = branch(record.getField(name).schema());
    }
    Schema leaf = element(current);
    if (leaf.getType() == Schema.Type.RECORD) {
      Set<String> fields = needed.computeIfAbsent(leaf.getFullName(), k -> new LinkedHashSet<>());
      switch (leaf.getName()) {
        case "DateInterval" -> fields.addAll(List.of("from", "to"));
        case "Money" -> fields.addAll(List.of("amount", "currency"));
        case "Party" ->
            fields.addAll(List.of("role", "region", "weightNumerator", "weightDenominator"));
        default -> {}
      }
    }
    return this;
  }

  Schema build() {
    return pruned(stream.envelope());
  }

  private Schema pruned(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ARRAY -> Schema.createArray(pruned(schema.getElementType()));
      case UNION -> Schema.createUnion(schema.getTypes().stream().map(this::pruned).toList());
      default -> schema;
    };
  }

  private Schema record(Schema schema) {
    Schema known = built.get(schema.getFullName());
    if (known != null) {
      return known;
    }
    Schema record = Schema.createRecord(schema.getName(), null, schema.getNamespace(), false);
    built.put(schema.getFullName(), record);
    Set<String> names = needed.getOrDefault(schema.getFullName(), Set.of());
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      if (names.contains(field.name())) {
        fields.add(
            field.hasDefaultValue()
                ? new Schema.Field(field.name(), pruned(field.schema()), null, field.defaultVal())
                : new Schema.Field(field.name(), pruned(field.schema())));
      }
    }
    record.setFields(fields);
    return record;
  }

  static Schema branch(Schema schema) {
    return schema.getType() == Schema.Type.UNION
        ? schema.getTypes().stream()
            .filter(s -> s.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  static Schema element(Schema schema) {
    return schema.getType() == Schema.Type.ARRAY ? branch(schema.getElementType()) : schema;
  }
}
