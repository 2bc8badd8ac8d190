package org.kuroshio.ingest.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.kuroshio.ingest.rejection.Problem;

/** One stretch of a template. */
sealed interface Piece permits TextPiece, EntityPiece, RecordPiece {
  String value(JsonNode entity, JsonNode record);

  default Optional<String> entityField() {
    return Optional.empty();
  }

  default Optional<String> recordField() {
    return Optional.empty();
  }

  static String present(JsonNode node, String name) {
    String text = node.isValueNode() ? node.asText() : "";
    if (text.isEmpty() || node.isNull()) {
      throw Problem.map("missing-value", name + " is missing, empty or no single value").thrown();
    }
    return text;
  }
}
