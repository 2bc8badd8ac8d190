package org.kuroshio.serve.print;

/** How results are written, as said by {@code --format}. */
public enum OutputFormat {
  /** for people */
  text,
  /** RFC 4180 */
  csv,
  json
}
