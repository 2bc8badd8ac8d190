package org.kuroshio.schemas.yaml;

import java.util.function.Supplier;

/**
 * Where something stands in a file that a person wrote.
 *
 * @param file as the person named it
 * @param line from 1
 */
public record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }

  public DefinitionException problem(String what) {
    return new DefinitionException(this, what);
  }

  /** Gives an invalid value its place. */
  public <T> T checked(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw problem(e.getMessage());
    }
  }
}
