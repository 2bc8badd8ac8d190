package org.kuroshio.indicators.yaml;

/**
 * A definition that can't be used: the message names file, line, what is wrong and what would be
 * right.
 */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DefinitionException(String file, int line, String message) {
    super(file + ":" + line + ": " + message);
  }
}
