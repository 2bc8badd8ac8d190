package org.kuroshio.ingest.source;

import java.util.List;
import java.util.Optional;

/**
 * Delimited text.
 *
 * @param quote none where quotes are ordinary characters
 * @param header whether the first row names the columns
 * @param columns without a header the names in order; with one those that must be there
 * @param comment lines that start with it are no records
 * @param hashWithout where present, the record gets a field {@code rowHash} over all columns but
 *     these
 * @param nested whether columns are paths of events: {@code entity.Project.parties.0.region}
 * @param skip how many rows at the beginning are neither records nor a header
 */
public record CsvFormat(
    char delimiter,
    Optional<Character> quote,
    boolean header,
    List<String> columns,
    Optional<String> comment,
    Optional<List<String>> hashWithout,
    boolean nested,
    int skip)
    implements Format {
  public static final String ROW_HASH = "rowHash";

  public CsvFormat {
    columns = List.copyOf(columns);
    if (!header && columns.isEmpty()) {
      throw new IllegalArgumentException("without a header the columns must be named");
    }
    if (columns.contains(ROW_HASH) && hashWithout.isPresent()) {
      throw new IllegalArgumentException(
          "a column is called " + ROW_HASH + ", which the row's hash is called too");
    }
    if (skip < 0) {
      throw new IllegalArgumentException("'skip' is a number of rows, was " + skip);
    }
    if (columns.stream().distinct().count() != columns.size()) {
      throw new IllegalArgumentException("a column is named twice");
    }
    if (delimiter == '\n' || delimiter == '\r' || delimiter > 0x7f) {
      throw new IllegalArgumentException(
          "the delimiter must be an ASCII character and no line end");
    }
    if (quote.isPresent() && (quote.get() == delimiter || quote.get() > 0x7f)) {
      throw new IllegalArgumentException(
          "the quote must be an ASCII character and not the delimiter");
    }
  }

  /** Without anything before the header or the first record. */
  public CsvFormat(
      char delimiter,
      Optional<Character> quote,
      boolean header,
      List<String> columns,
      Optional<String> comment,
      Optional<List<String>> hashWithout,
      boolean nested) {
    this(delimiter, quote, header, columns, comment, hashWithout, nested, 0);
  }

  @Override
  public <R, E extends Exception> R choose(Cases<R, E> cases) throws E {
    return cases.csv(this);
  }
}
