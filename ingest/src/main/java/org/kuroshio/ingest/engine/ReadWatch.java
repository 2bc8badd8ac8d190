package org.kuroshio.ingest.engine;

/**
 * Told of what is read, on the reading thread. Whether it was published is known to whoever
 * publishes.
 */
public interface ReadWatch {
  ReadWatch NONE =
      new ReadWatch() {
        @Override
        public void bytes(long bytes) {}

        @Override
        public void known(long records) {}

        @Override
        public void read() {}

        @Override
        public void ignored() {}

        @Override
        public void skipped(String uri) {}

        @Override
        public void fileDone() {}
      };

  /** Of a file's own size, so that over a load they add up to the sizes of all files. */
  void bytes(long bytes);

  /**
   * Records that were read before, by an earlier load or in another file of the same content; not
   * told of by {@link #read}.
   */
  void known(long records);

  /** One record was read now. */
  void read();

  /** The record just read is nothing for this source, says its mapping. */
  void ignored();

  /** A file, or an entry of one, that matches no pattern. */
  void skipped(String uri);

  void fileDone();
}
