package org.kuroshio.ingest.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.kuroshio.ingest.cursor.UnitPosition;
import org.kuroshio.ingest.message.Message;
import org.kuroshio.ingest.message.Messages;
import org.kuroshio.ingest.progress.UnitProgress;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;

/**
 * One unit as the polling thread sees it: its status, and the position that may be stored with it.
 * Used by that thread.
 */
final class TaskUnit {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
  private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);

  private final String name;
  private final UnitProgress progress;
  private final Map<String, String> partition;
  private UnitPosition stored;
  private UnitPosition reached;
  private Instant said = Instant.EPOCH;
  private long newsSaid = -1;

  TaskUnit(String source, String name, UnitProgress progress, UnitPosition stored) {
    this.name = name;
    this.progress = progress;
    this.partition = LivePartition.position(source, name).toMap();
    this.stored = stored;
    this.reached = stored;
  }

  String name() {
    return name;
  }

  UnitProgress progress() {
    return progress;
  }

  /** Everything up to here has arrived. */
  void reached(UnitPosition position) {
    reached = position;
  }

  /** What it would say now, without a position. */
  Message word(Messages messages) {
    return messages.status(progress.status());
  }

  /** Whether its newest position and all its news have been given to Connect. */
  boolean isSaid() {
    return stored.equals(reached) && newsSaid == progress.news();
  }

  /**
   * Its status, if there is something to be said.
   *
   * @param now whether to say it in any case
   */
  Optional<SourceRecord> status(Messages messages, Instant at, boolean now) {
    SourceStatus status = progress.status();
    long news = progress.news();
    boolean moved = !stored.equals(reached);
    boolean idle = status.getState() != SourceState.RUNNING;
    Duration silence = Duration.between(said, at);
    boolean due =
        now
            || news != newsSaid
            || (moved && (idle || silence.compareTo(SHORTEST_SILENCE) >= 0))
            || silence.compareTo(LONGEST_SILENCE) >= 0;
    if (!due) {
      return Optional.empty();
    }
    // a registry that is away for a moment has it said again
    Message message = messages.status(status);
    said = at;
    newsSaid = news;
    stored = reached;
    return Optional.of(new IngestRecord(partition, stored.toMap(), message, null));
  }
}
