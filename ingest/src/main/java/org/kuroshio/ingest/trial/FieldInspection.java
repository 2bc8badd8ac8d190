package org.kuroshio.ingest.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.impl.ArrayExpression;
import com.schibsted.spt.data.jslt.impl.ExpressionNode;
import com.schibsted.spt.data.jslt.impl.ForExpression;
import com.schibsted.spt.data.jslt.impl.IfExpression;
import com.schibsted.spt.data.jslt.impl.LiteralExpression;
import com.schibsted.spt.data.jslt.impl.ObjectExpression;
import com.schibsted.spt.data.jslt.impl.PairExpression;
import java.util.List;
import org.apache.avro.Schema;
import org.kuroshio.ingest.mapping.EnvelopeFields;
import org.kuroshio.schemas.entity.EntityTypes;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * Compares the objects that a mapping writes out with the entity's schema: names of fields, words
 * of enumerations.
 */
final class FieldInspection {
  private final MappingProblems problems;

  FieldInspection(MappingProblems problems) {
    this.problems = problems;
  }

  void inspect(MappingTree tree, String entity) {
    Schema schema = EntityTypes.named(entity).schema();
    tree.result().ifPresent(node -> value(node, schema, true));
  }

  private void value(ExpressionNode node, Schema schema, boolean top) {
    if (node instanceof IfExpression) {
      MappingTree.parts(node).stream().skip(1).forEach(branch -> value(branch, schema, top));
    } else if (node instanceof ArrayExpression) {
      Schema element = element(schema, top);
      MappingTree.parts(node).forEach(item -> value(item, element, top));
    } else if (node instanceof ForExpression) {
      Schema element = element(schema, top);
      MappingTree.parts(node).stream().skip(1).limit(1).forEach(i -> value(i, element, top));
    } else if (node instanceof ObjectExpression) {
      object(node, schema, top);
    } else if (node instanceof LiteralExpression literal) {
      json(literal, literal.apply(null, null), schema, top);
    }
  }

  private void object(ExpressionNode node, Schema schema, boolean top) {
    for (ExpressionNode part : MappingTree.parts(node)) {
      if (part instanceof PairExpression pair && pair.isKeyLiteral()) {
        List<ExpressionNode> keyAndValue = MappingTree.parts(pair);
        Schema inner = member(pair, pair.getStaticKey(), schema, top);
        value(keyAndValue.get(keyAndValue.size() - 1), inner, false);
      }
    }
  }

  /** What stands in the text as it is, JSLT keeps as JSON. */
  private void json(ExpressionNode node, JsonNode json, Schema schema, boolean top) {
    if (json.isObject()) {
      json.properties()
          .forEach(
              field ->
                  json(node, field.getValue(), member(node, field.getKey(), schema, top), false));
    } else if (json.isArray()) {
      Schema element = element(schema, top);
      json.forEach(item -> json(node, item, element, top));
    } else if (schema.getType() == Schema.Type.ENUM
        && json.isTextual()
        && !schema.hasEnumSymbol(json.textValue())) {
      problems.add(
          node,
          "'"
              + json.textValue()
              + "' is no "
              + schema.getName()
              + Nearest.hint(json.textValue(), schema.getEnumSymbols()));
    }
  }

  /** The schema of a field, or one that allows anything. */
  private Schema member(ExpressionNode node, String name, Schema schema, boolean top) {
    if (top && name.startsWith("@")) {
      if (!EnvelopeFields.KEYS.contains(name)) {
        problems.add(
            node, "unknown envelope key '" + name + "'" + Nearest.hint(name, EnvelopeFields.KEYS));
      }
      return Schema.create(Schema.Type.NULL);
    }
    if (schema.getType() != Schema.Type.RECORD) {
      return Schema.create(Schema.Type.NULL);
    }
    Schema.Field field = schema.getField(name);
    if (field == null) {
      List<String> known = schema.getFields().stream().map(Schema.Field::name).toList();
      problems.add(
          node, schema.getName() + " has no field '" + name + "'" + Nearest.hint(name, known));
      return Schema.create(Schema.Type.NULL);
    }
    return present(field.schema());
  }

  private static Schema element(Schema schema, boolean top) {
    if (top) {
      return schema;
    }
    return schema.getType() == Schema.Type.ARRAY
        ? present(schema.getElementType())
        : Schema.create(Schema.Type.NULL);
  }

  private static Schema present(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(branch -> branch.getType() != Schema.Type.NULL)
            .findFirst()
            .orElse(schema)
        : schema;
  }
}
