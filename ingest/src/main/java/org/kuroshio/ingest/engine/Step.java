package org.kuroshio.ingest.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kuroshio.ingest.mapping.MappedEvent;
import org.kuroshio.schemas.table.Rejection;

/**
 * What is to be published next, and where reading stands when it is.
 *
 * @param content SHA-256 of the file or entry
 * @param before where reading goes on if only a part of this is published
 * @param after where it goes on if all of this is
 * @param kind what it counts as
 * @param sha256 of the record, or of the content where it is said of the whole
 * @param events empty for a rejection
 */
public record Step(
    String content,
    ReadPosition before,
    ReadPosition after,
    Kind kind,
    String sha256,
    List<MappedEvent> events,
    Optional<Rejection> rejection) {
  /** What a step counts as, in source records. */
  public enum Kind {
    PUBLISHED,
    REJECTED,
    /** said of a whole file, and no record of it */
    COVERAGE
  }

  /** The ids of what it publishes; for a rejection what was rejected. */
  public String key() {
    return rejection.isPresent() ? rejectedKey(sha256) : keyOf(events);
  }

  static String keyOf(List<MappedEvent> events) {
    return events.size() == 1
        ? events.get(0).key()
        : events.stream().map(MappedEvent::key).collect(Collectors.joining("\n"));
  }

  static String rejectedKey(String sha256) {
    return "rejected\n" + sha256;
  }

  Step endingAt(ReadPosition end) {
    return new Step(content, before, end, kind, sha256, events, rejection);
  }
}
