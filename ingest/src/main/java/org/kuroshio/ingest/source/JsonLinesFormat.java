package org.kuroshio.ingest.source;

/** One JSON document a line. */
public record JsonLinesFormat() implements Format {
  @Override
  public <R, E extends Exception> R choose(Cases<R, E> cases) throws E {
    return cases.jsonLines(this);
  }
}
