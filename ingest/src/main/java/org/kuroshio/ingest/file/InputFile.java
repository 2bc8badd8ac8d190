package org.kuroshio.ingest.file;

import java.nio.file.Path;

/**
 * One file on disk or in a bundle, as yet unopened.
 *
 * @param uri as the user named it, for provenance and messages
 * @param relative its path below the folder that the user named, with slashes
 */
public record InputFile(Path path, String uri, String relative, long sizeBytes) {
  public String name() {
    return FilePattern.baseName(relative);
  }
}
