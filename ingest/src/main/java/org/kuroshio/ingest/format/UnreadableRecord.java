package org.kuroshio.ingest.format;

import org.kuroshio.ingest.rejection.Problem;

/**
 * A record, or the rest of a content, that is no record.
 *
 * @param sha256 of its bytes, as far as they were read
 * @param endsContent whether everything behind it is lost too
 */
public record UnreadableRecord(
    String position, String sha256, Problem problem, AsRead bytes, boolean endsContent) {
  static UnreadableRecord one(String position, String sha256, Problem problem, AsRead bytes) {
    return new UnreadableRecord(position, sha256, problem, bytes, false);
  }

  static UnreadableRecord rest(String position, String sha256, Problem problem) {
    return new UnreadableRecord(position, sha256, problem, AsRead.NOT_KEPT, true);
  }
}
