package org.kuroshio.ingest.source;

import org.kuroshio.schemas.yaml.Place;

/** JSLT inside the definition. */
public record InlineJslt(Place place, String text) implements Mapping {
  /** Lines of the definition before the text's first: a block begins on the line below its key. */
  public int linesBefore() {
    return place.line() - (text.contains("\n") ? 0 : 1);
  }
}
