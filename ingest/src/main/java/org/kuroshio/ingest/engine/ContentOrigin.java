package org.kuroshio.ingest.engine;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.schemas.entity.EventDefaults;
import org.kuroshio.schemas.event.Provenance;
import org.kuroshio.schemas.table.Rejection;

/**
 * Where the records of one content come from.
 *
 * @param content SHA-256 of it
 * @param uri the file as the user named it
 * @param prefix in front of positions, naming the entry of an archive
 * @param observedAt one time for the whole content
 */
record ContentOrigin(
    String source,
    String content,
    String uri,
    String prefix,
    String licence,
    Instant observedAt,
    Clock clock) {

  static ContentOrigin of(
      String source, String content, String uri, String prefix, String licence, Clock clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new ContentOrigin(source, content, uri, prefix, licence, now, clock);
  }

  EventDefaults defaults(String position, String sha256) {
    return new EventDefaults(
        source, observedAt, new Provenance(uri, prefix + position, sha256, licence));
  }

  /**
   * @param bytes empty for none
   */
  Rejection rejection(String position, String sha256, Problem problem, byte[] bytes) {
    return new Rejection(
        source,
        uri,
        prefix + position,
        sha256,
        problem.stage(),
        problem.reason(),
        problem.detail(),
        bytes.length == 0 ? null : ByteBuffer.wrap(bytes),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
