package org.kuroshio.ingest.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * The contents of one file in a fixed order: the file itself, or the entries of an archive. Starts
 * before the first. Used by one thread.
 */
public interface ContentCursor extends Closeable {
  /** Moves on; false at the end. What was opened before must not be read any more. */
  boolean next() throws IOException;

  /** Name of the entry, empty where the file itself is the content. */
  String entry();

  /** The path by which patterns decide, without {@code .gz}. */
  String matchedPath();

  /**
   * The content's bytes, decompressed. Called at most once per content; closed with the cursor.
   *
   * @throws ArchiveLimitException while reading, when more comes out than any honest archive holds
   */
  InputStream open() throws IOException;
}
