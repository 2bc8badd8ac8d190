package org.kuroshio.ingest.source;

/** How the bytes of a file become records. */
public sealed interface Format
    permits CsvFormat, JsonArrayFormat, JsonLinesFormat, JsonDocumentFormat, XmlFormat {

  /**
   * One answer per format.
   *
   * @param <E> what giving it may throw
   */
  interface Cases<R, E extends Exception> {
    R csv(CsvFormat format) throws E;

    R jsonArray(JsonArrayFormat format) throws E;

    R jsonLines(JsonLinesFormat format) throws E;

    R jsonDocument(JsonDocumentFormat format) throws E;

    R xml(XmlFormat format) throws E;
  }

  <R, E extends Exception> R choose(Cases<R, E> cases) throws E;
}
