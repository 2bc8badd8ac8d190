package org.kuroshio.ingest.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a request with holes. It shows itself as it was written, never filled. Immutable. */
public final class RequestText {
  private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");

  private final String written;
  private final List<Piece> pieces;

  /** Either text, or a hole. */
  private record Piece(String text, Optional<Hole> hole) {}

  private RequestText(String written, List<Piece> pieces) {
    this.written = written;
    this.pieces = List.copyOf(pieces);
  }

  /**
   * @throws IllegalArgumentException if a hole is not closed, or names nothing that a request has
   */
  public static RequestText parse(String written) {
    List<Piece> pieces = new ArrayList<>();
    Matcher hole = HOLE.matcher(written);
    int done = 0;
    while (hole.find()) {
      text(pieces, written.substring(done, hole.start()), written);
      pieces.add(new Piece("", Optional.of(Hole.parse(hole.group(1).strip()))));
      done = hole.end();
    }
    text(pieces, written.substring(done), written);
    return new RequestText(written, pieces);
  }

  private static void text(List<Piece> pieces, String text, String written) {
    if (text.contains("${")) {
      throw new IllegalArgumentException("'${' without '}' in '" + written + "'");
    }
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, Optional.empty()));
    }
  }

  /** With every hole's value as it is. */
  public String fill(RequestValues values) {
    return fill(values, UnaryOperator.identity());
  }

  /**
   * @param encoding put on the holes' values, not on the text between them
   */
  public String fill(RequestValues values, UnaryOperator<String> encoding) {
    StringBuilder filled = new StringBuilder();
    for (Piece piece : pieces) {
      filled.append(
          piece.hole().map(hole -> encoding.apply(values.value(hole))).orElse(piece.text()));
    }
    return filled.toString();
  }

  /**
   * As a path: what fills the holes is percent-encoded, but for one hole alone, which may give a
   * whole address.
   */
  public String fillAsPath(RequestValues values) {
    String plain = fill(values);
    boolean address = plain.startsWith("http://") || plain.startsWith("https://");
    return pieces.size() == 1 && address ? plain : fill(values, QueryText::encoded);
  }

  /** Whether one of the holes has this name. */
  public boolean uses(String name) {
    return holes().stream().anyMatch(hole -> hole.name().equals(name));
  }

  /** The names of the settings that it needs. */
  public List<String> settings() {
    return holes().stream()
        .filter(hole -> hole.name().startsWith(Hole.SETTING))
        .map(hole -> hole.name().substring(Hole.SETTING.length()))
        .toList();
  }

  boolean hasHoles() {
    return !holes().isEmpty();
  }

  /** Whether it is one number and nothing else. */
  boolean isNumber() {
    return pieces.size() == 1 && holes().stream().anyMatch(Hole::isNumber);
  }

  private List<Hole> holes() {
    return pieces.stream().flatMap(piece -> piece.hole().stream()).toList();
  }

  @Override
  public String toString() {
    return written;
  }
}
