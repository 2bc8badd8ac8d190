package org.kuroshio.ingest.engine;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.kuroshio.ingest.rejection.Problem;

/** What is said of bytes that can't be read to their end. */
final class ReadFaults {
  private ReadFaults() {}

  static Problem of(IOException e) {
    if (e instanceof CharacterCodingException) {
      return Problem.read(
          "undecodable",
          "bytes that are not in the charset that the source names; 'onUndecodable: replace' would"
              + " let them pass as U+FFFD");
    }
    if (e instanceof NoSuchFileException) {
      return Problem.read("missing-file", "the file is gone since it was listed");
    }
    if (e instanceof AccessDeniedException) {
      return Problem.read("no-permission", "the file can't be read: no permission");
    }
    return Problem.read(
        "unreadable", "damaged or cut off, and can't be read further: " + e.getMessage());
  }
}
