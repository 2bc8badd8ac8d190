package org.kuroshio.ingest.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** Sees every record of a content, and says which of them are known. On the reading thread. */
public interface RecordGate {
  RecordGate OPEN =
      new RecordGate() {
        @Override
        public void saw(JsonNode raw) {}

        @Override
        public boolean knows(String key, String sha256) {
          return false;
        }
      };

  /** A record as the source sends it, personal data included: nothing of it may be kept. */
  void saw(JsonNode raw);

  /**
   * Whether it was published before.
   *
   * @param key of what it becomes
   * @param sha256 of the record
   */
  boolean knows(String key, String sha256);
}
