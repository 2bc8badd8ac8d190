package org.kuroshio.ingest.live;

import java.time.LocalDate;
import java.util.Optional;
import org.kuroshio.ingest.cursor.UnitPosition;
import org.kuroshio.ingest.engine.Step;

/** Gets what a unit's reading brings, in order, on the reading thread; may wait. */
public interface UnitSink {
  /**
   * @param rememberUntil a day; empty where the record is not to be remembered
   */
  void step(Step step, Optional<LocalDate> rememberUntil) throws InterruptedException;

  /** All steps before this are all that there is up to here. */
  void reached(UnitPosition position) throws InterruptedException;
}
