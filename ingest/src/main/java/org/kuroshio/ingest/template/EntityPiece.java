package org.kuroshio.ingest.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A field of the mapped entity, or of an object inside it. */
record EntityPiece(String written, List<String> path) implements Piece {
  static EntityPiece at(String written) {
    return new EntityPiece(written, List.of(written.split("\\.", -1)));
  }

  @Override
  public String value(JsonNode entity, JsonNode record) {
    JsonNode at = entity;
    for (int i = 0; i < path.size(); i++) {
      at = at.path(path.get(i));
    }
    return Piece.present(at, "the mapped field '" + written + "'");
  }

  @Override
  public Optional<String> entityField() {
    return Optional.of(path.get(0));
  }
}
