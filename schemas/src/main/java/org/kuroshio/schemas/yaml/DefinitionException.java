package org.kuroshio.schemas.yaml;

/**
 * A definition that can't be used. The message is one line for the person who wrote it: file, line,
 * what, and what would be right.
 */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Place place;

  public DefinitionException(Place place, String what) {
    super(place + ": " + what);
    this.place = place;
  }

  public Place place() {
    return place;
  }
}
