package org.kuroshio.ingest.archive;

/**
 * An archive that holds more than {@link ArchiveLimits} allow. Not an {@code IOException}: the
 * bytes are sound, and nobody who handles damaged ones shall take it for damage.
 */
public final class ArchiveLimitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ArchiveLimitException(String message) {
    super(message);
  }
}
