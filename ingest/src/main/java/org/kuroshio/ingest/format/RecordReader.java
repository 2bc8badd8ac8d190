package org.kuroshio.ingest.format;

import java.io.Closeable;
import java.io.IOException;

/** Reads one content's records one after the other. Used by one thread. */
public interface RecordReader extends Closeable {
  /**
   * What a record read becomes. Exactly one of the two is called for each, on the reading thread.
   */
  interface Sink {
    void record(RawRecord record);

    /** One record, or the rest of the content, that can't be read. */
    void unreadable(UnreadableRecord record);
  }

  /**
   * Reads one record and hands it to the sink; false at the end, and the sink was not called. What
   * the sink was given is valid until the next call.
   *
   * @throws IOException if the bytes themselves can't be read to their end; what was read before
   *     stands
   */
  boolean next(Sink sink) throws IOException;
}
