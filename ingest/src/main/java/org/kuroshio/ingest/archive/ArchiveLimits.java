package org.kuroshio.ingest.archive;

/**
 * What an archive may hold.
 *
 * @param entries most entries that are listed
 * @param freeBytes that may come out of any file whatever its size
 * @param expansion how many times its own size may come out beyond that; gzip can reach 1,032
 */
public record ArchiveLimits(int entries, long freeBytes, int expansion) {
  public static final ArchiveLimits USUAL = new ArchiveLimits(200_000, 256L << 20, 250);

  long bytesOutOf(long sizeBytes) {
    return Math.max(freeBytes, Math.multiplyExact(sizeBytes, (long) expansion));
  }
}
