package org.kuroshio.ingest.source;

import java.util.Set;

/**
 * The records are elements of one name.
 *
 * @param recordElement local name
 * @param arrays local names of elements that are lists even where they occur once
 * @param skip local names of elements inside a record that are passed over with all that is in them
 * @param documents whether a file is many documents, one behind the other, each with its own XML
 *     declaration
 */
public record XmlFormat(
    String recordElement, Set<String> arrays, Set<String> skip, boolean documents)
    implements Format {
  public XmlFormat {
    arrays = Set.copyOf(arrays);
    skip = Set.copyOf(skip);
  }

  /** One document, of which everything is read. */
  public XmlFormat(String recordElement, Set<String> arrays) {
    this(recordElement, arrays, Set.of(), false);
  }

  @Override
  public <R, E extends Exception> R choose(Cases<R, E> cases) throws E {
    return cases.xml(this);
  }
}
