package org.kuroshio.ingest.format;

/** The bytes of a record as they stood in the file. Valid until the next record is read. */
public interface AsRead {
  /** For records whose bytes are gone, or too many to keep. */
  AsRead NOT_KEPT = () -> new byte[0];

  byte[] copy();
}
