package org.kuroshio.ingest.template;

import com.fasterxml.jackson.databind.JsonNode;

record TextPiece(String text) implements Piece {
  @Override
  public String value(JsonNode entity, JsonNode record) {
    return text;
  }
}
