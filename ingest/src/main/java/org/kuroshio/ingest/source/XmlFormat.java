package org.kuroshio.ingest.source;

import java.util.Set;

/**
 * The records are elements of one name.
 *
 * @param recordElement local name
 * @param arrays local names of elements that are lists even where they occur once
 */
public record XmlFormat(String recordElement, Set<String> arrays) implements Format {
  public XmlFormat {
    arrays = Set.copyOf(arrays);
  }

  @Override
  public <R, E extends Exception> R choose(Cases<R, E> cases) throws E {
    return cases.xml(this);
  }
}
