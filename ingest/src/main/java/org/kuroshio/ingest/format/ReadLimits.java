package org.kuroshio.ingest.format;

/**
 * How large one record may be; a larger one is rejected, so that memory stays constant whatever a
 * file holds.
 *
 * @param recordBytes of a CSV row or a JSON line
 * @param recordNodes values in the tree of a JSON or XML record
 * @param recordChars of text in it
 * @param depth of nesting
 */
public record ReadLimits(int recordBytes, int recordNodes, int recordChars, int depth) {
  public static final ReadLimits USUAL = new ReadLimits(4 << 20, 1_000_000, 16 << 20, 100);
}
