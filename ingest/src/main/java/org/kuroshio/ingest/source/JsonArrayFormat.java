package org.kuroshio.ingest.source;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * The records are the elements of one array in a document, read by streaming.
 *
 * @param records where the array is; empty where the document is the array
 */
public record JsonArrayFormat(JsonPointer records) implements Format {
  @Override
  public <R, E extends Exception> R choose(Cases<R, E> cases) throws E {
    return cases.jsonArray(this);
  }
}
