package org.kuroshio.serve.difference;

import org.kuroshio.schemas.table.Cut;
import org.kuroshio.serve.table.AsOf;

/** The cut at an end of the stretch of history that is looked at. */
public sealed interface End {
  /**
   * @param text `first`, `latest`, a cut's id, an instant or a day
   * @throws IllegalArgumentException if it is none of them
   */
  static End parse(String text) {
    return switch (text) {
      case "first" -> new First();
      case "latest" -> new Latest();
      default -> new Past(past(text));
    };
  }

  private static AsOf past(String text) {
    try {
      return AsOf.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          e.getMessage() + "; the words 'first' and 'latest' are understood too", e);
    }
  }

  /** Whether the cut asked for lies behind this one. */
  boolean isBefore(Cut cut);

  /** Whether this is the cut. */
  boolean is(Cut cut);

  /** Whether this is the id of the cut, for an end that is named by one. */
  default boolean isCalled(String id) {
    return false;
  }

  /** Whether the last cut of all will do, where none was the one. */
  boolean isLastOfAll();

  /** The first cut of the history. */
  record First() implements End {
    @Override
    public boolean isBefore(Cut cut) {
      return false;
    }

    @Override
    public boolean is(Cut cut) {
      return true;
    }

    @Override
    public boolean isLastOfAll() {
      return false;
    }

    @Override
    public String toString() {
      return "first cut";
    }
  }

  /** The last cut that there is. */
  record Latest() implements End {
    @Override
    public boolean isBefore(Cut cut) {
      return false;
    }

    @Override
    public boolean is(Cut cut) {
      return false;
    }

    @Override
    public boolean isLastOfAll() {
      return true;
    }

    @Override
    public String toString() {
      return "latest cut";
    }
  }

  /** A cut by its id, or by its time. */
  record Past(AsOf asOf) implements End {
    @Override
    public boolean isBefore(Cut cut) {
      return asOf.isBefore(cut);
    }

    @Override
    public boolean is(Cut cut) {
      return asOf.is(cut);
    }

    @Override
    public boolean isCalled(String id) {
      return asOf instanceof AsOf.Id named && named.cut().equals(id);
    }

    @Override
    public boolean isLastOfAll() {
      return asOf instanceof AsOf.At;
    }

    @Override
    public String toString() {
      return asOf.toString();
    }
  }
}
