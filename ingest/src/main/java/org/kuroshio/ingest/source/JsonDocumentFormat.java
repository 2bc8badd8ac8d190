package org.kuroshio.ingest.source;

/** The document is one record. */
public record JsonDocumentFormat() implements Format {
  @Override
  public <R, E extends Exception> R choose(Cases<R, E> cases) throws E {
    return cases.jsonDocument(this);
  }
}
