package org.kuroshio.ingest.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A value of the record as the mapping sees it. */
record RecordPiece(String written, JsonPointer pointer) implements Piece {
  static RecordPiece at(String written) {
    return new RecordPiece(written, JsonPointer.compile(written));
  }

  @Override
  public String value(JsonNode entity, JsonNode record) {
    return Piece.present(record.at(pointer), "the record's " + written);
  }

  @Override
  public Optional<String> recordField() {
    return Optional.of(pointer.getMatchingProperty());
  }
}
