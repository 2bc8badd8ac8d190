package org.kuroshio.ingest.engine;

import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.mapping.MappedEvent;
import org.kuroshio.schemas.table.Rejection;

/**
 * What is to be published next, and where reading stands when it is.
 *
 * @param content SHA-256 of the file or entry
 * @param before where reading goes on if only a part of this is published
 * @param after where it goes on if all of this is
 * @param kind what it counts as
 * @param events empty for a rejection
 */
public record Step(
    String content,
    ReadPosition before,
    ReadPosition after,
    Kind kind,
    List<MappedEvent> events,
    Optional<Rejection> rejection) {
  /** What a step counts as, in source records. */
  public enum Kind {
    PUBLISHED,
    REJECTED,
    /** said of a whole file, and no record of it */
    COVERAGE
  }

  Step endingAt(ReadPosition end) {
    return new Step(content, before, end, kind, events, rejection);
  }
}
