package org.kuroshio.ingest.cursor;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How a source is asked for what it has not given yet. */
public sealed interface Cursor {
  /** The variables of a request that it gives; one of them must be used. */
  List<String> variables();

  /** Whether records that come again unchanged are remembered, so that they are not published. */
  boolean remembers();

  /**
   * Days, from {@code start} up to today, some at a time.
   *
   * @param stepDays how many days are asked for at once
   * @param lookbackDays how many days before the last reading are asked for again, as records
   *     appear late
   * @param lagDays how many days before today the source has not published yet
   * @param zone whose today it is
   * @param mostResults a window that has more is halved, down to a day, then asked for once for
   *     each split; needs the pages' {@code total}
   * @param splits the values of {@code split}
   * @param lanes into how many slices the windows are dealt, so that tasks share them
   */
  record Windows(
      LocalDate start,
      int stepDays,
      int lookbackDays,
      int lagDays,
      ZoneId zone,
      Optional<Integer> mostResults,
      List<String> splits,
      int lanes)
      implements Cursor {
    public Windows {
      splits = List.copyOf(splits);
      if (stepDays < 1) {
        throw new IllegalArgumentException("'step' is a day or more");
      }
      if (!splits.isEmpty() && mostResults.isEmpty()) {
        throw new IllegalArgumentException(
            "'split' is for days with more than 'most' results; say how many that is");
      }
    }

    @Override
    public List<String> variables() {
      return List.of("window.from", "window.to");
    }

    @Override
    public boolean remembers() {
      return lookbackDays > 0;
    }
  }

  /**
   * The greatest value seen in a field of the records, which the next reading starts from.
   *
   * @param at in a record, as the publisher sends it
   * @param start where the first reading starts; may be empty
   */
  record Watermark(JsonPointer at, Optional<String> param, String start) implements Cursor {
    @Override
    public List<String> variables() {
      return List.of("watermark");
    }

    @Override
    public boolean remembers() {
      return true;
    }
  }

  /**
   * A feed of changes that never ends: the page that had no next one is where the next reading
   * starts.
   *
   * @param start the first page's word; may be empty
   */
  record Feed(String start) implements Cursor {
    @Override
    public List<String> variables() {
      return List.of();
    }

    @Override
    public boolean remembers() {
      return true;
    }
  }

  /** Everything, every time. */
  record Walk() implements Cursor {
    @Override
    public List<String> variables() {
      return List.of();
    }

    @Override
    public boolean remembers() {
      return true;
    }
  }
}
