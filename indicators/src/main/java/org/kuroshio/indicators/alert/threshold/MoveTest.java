package org.kuroshio.indicators.alert.threshold;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.indicators.alert.rule.Test;
import org.kuroshio.indicators.view.IndicatorTable;

/**
 * A test of how a cell moves from one settled value to the next. While facts are pouring in nothing
 * is settled, so that loading a table is no move.
 */
public interface MoveTest extends Test {
  Set<String> indicators();

  /** What is read of each subject at the table's cut. */
  List<Reading> read(IndicatorTable table);

  /**
   * What happened between two settled readings, as one word; empty if it is not worth telling.
   *
   * @param from as in {@link Reading#settled()}
   */
  Optional<String> moved(String from, String to);

  /** How long a reading must stand unchanged to count as settled. */
  Duration settle();

  /** How long a move is told. */
  Duration keep();

  /**
   * One subject.
   *
   * @param settled what is compared, as text
   */
  record Reading(String subject, String settled, Verdict verdict) {}
}
