package org.kuroshio.ingest.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code nta:${corporateNumber}:${/process}}: text with fields of the mapped entity, JSON Pointers
 * into the record and constants. A pointer alone ({@code /a/b}) is a template too. Immutable.
 */
public final class Template {
  private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final String CONSTANT = "constants.";

  private final String written;
  private final List<Piece> pieces;

  private Template(String written, List<Piece> pieces) {
    this.written = written;
    this.pieces = List.copyOf(pieces);
  }

  /**
   * @param constants an object; its values are put in at once
   * @throws IllegalArgumentException if a hole is empty or not closed, or names no constant
   */
  public static Template parse(String written, JsonNode constants) {
    if (written.startsWith("/") && !written.contains("${")) {
      return new Template(written, List.of(RecordPiece.at(written)));
    }
    List<Piece> pieces = new ArrayList<>();
    Matcher hole = HOLE.matcher(written);
    int done = 0;
    while (hole.find()) {
      addText(pieces, written, written.substring(done, hole.start()));
      pieces.add(piece(hole.group(1).strip(), constants));
      done = hole.end();
    }
    addText(pieces, written, written.substring(done));
    return new Template(written, pieces);
  }

  private static void addText(List<Piece> pieces, String written, String text) {
    if (text.contains("${")) {
      throw new IllegalArgumentException("'${' without '}' in '" + written + "'");
    }
    if (!text.isEmpty()) {
      pieces.add(new TextPiece(text));
    }
  }

  private static Piece piece(String inside, JsonNode constants) {
    if (inside.isEmpty()) {
      throw new IllegalArgumentException("'${}' names nothing");
    }
    if (inside.startsWith("/")) {
      return RecordPiece.at(inside);
    }
    if (inside.startsWith(CONSTANT)) {
      JsonNode constant = constants.path(inside.substring(CONSTANT.length()));
      if (!constant.isValueNode()) {
        throw new IllegalArgumentException("'${" + inside + "}' is no constant of this source");
      }
      return new TextPiece(constant.asText());
    }
    return EntityPiece.at(inside);
  }

  /**
   * @param entity the mapped entity
   * @param record the record as the mapping saw it
   * @throws org.kuroshio.ingest.rejection.RejectedException if a value is missing, empty or no
   *     single value
   */
  public String fill(JsonNode entity, JsonNode record) {
    if (pieces.size() == 1) {
      return pieces.get(0).value(entity, record);
    }
    StringBuilder filled = new StringBuilder(48);
    for (Piece piece : pieces) {
      filled.append(piece.value(entity, record));
    }
    return filled.toString();
  }

  /** The first names of the entity's fields that it uses, for checking. */
  public List<String> entityFields() {
    return pieces.stream().flatMap(piece -> piece.entityField().stream()).toList();
  }

  /** The first names of the record's fields that it uses, for checking. */
  public List<String> recordFields() {
    return pieces.stream().flatMap(piece -> piece.recordField().stream()).toList();
  }

  @Override
  public String toString() {
    return written;
  }
}
