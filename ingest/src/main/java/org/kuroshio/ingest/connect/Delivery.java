package org.kuroshio.ingest.connect;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.kuroshio.ingest.cursor.UnitPosition;

/**
 * Records of a unit on their way to Kafka, and the position behind them, which may be stored when
 * all of them and those before them have arrived. Counted down on the producer's threads.
 */
final class Delivery {
  private final TaskUnit unit;
  private final Optional<UnitPosition> position;
  private final AtomicInteger left;

  Delivery(TaskUnit unit, Optional<UnitPosition> position, int records) {
    this.unit = unit;
    this.position = position;
    this.left = new AtomicInteger(records);
  }

  TaskUnit unit() {
    return unit;
  }

  Optional<UnitPosition> position() {
    return position;
  }

  void arrived() {
    left.decrementAndGet();
  }

  boolean isComplete() {
    return left.get() == 0;
  }
}
