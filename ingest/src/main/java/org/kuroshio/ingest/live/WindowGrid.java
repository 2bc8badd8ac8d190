package org.kuroshio.ingest.live;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.kuroshio.ingest.cursor.Cursor;

/**
 * Windows on a fixed grid from the cursor's start, so that lanes never overlap and weekly files are
 * asked for on their day. Immutable.
 */
final class WindowGrid {
  private final Cursor.Windows windows;
  private final int lane;

  WindowGrid(Cursor.Windows windows, int lane) {
    this.windows = windows;
    this.lane = lane;
  }

  /** Where a reading begins: at a window's first day, as a file of a week has one name. */
  LocalDate begin(Optional<LocalDate> frontier) {
    LocalDate from =
        frontier
            .map(day -> day.plusDays(1).minusDays(windows.lookbackDays()))
            .orElse(windows.start());
    LocalDate day = from.isBefore(windows.start()) ? windows.start() : from;
    return onLane(begin(cell(day)));
  }

  private long cell(LocalDate day) {
    return Math.floorDiv(ChronoUnit.DAYS.between(windows.start(), day), windows.stepDays());
  }

  private LocalDate begin(long cell) {
    return windows.start().plusDays(cell * windows.stepDays());
  }

  /** The day itself, or the first day of the next window of the lane. */
  LocalDate onLane(LocalDate day) {
    long cell = cell(day);
    long ahead = Math.floorMod(lane - cell, (long) windows.lanes());
    return ahead == 0 ? day : begin(cell + ahead);
  }

  /** The last day of the window in which a day is, but not behind the last of all. */
  LocalDate end(LocalDate day, LocalDate last) {
    LocalDate end = begin(cell(day) + 1).minusDays(1);
    return end.isAfter(last) ? last : end;
  }

  /** The last day of a window's first half. */
  static LocalDate half(LocalDate from, LocalDate to) {
    return from.plusDays((ChronoUnit.DAYS.between(from, to) + 1) / 2 - 1);
  }
}
