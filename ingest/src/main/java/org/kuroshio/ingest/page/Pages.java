package org.kuroshio.ingest.page;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;

/** How the next page is asked for, and which is the last. */
public sealed interface Pages {
  /** Where in a body the number of all records of all pages stands. */
  Optional<JsonPointer> total();

  /** The most records that can be had of one query; none where there is no such bound. */
  Optional<Integer> most();

  /** The variables of a request that it gives; one of them must be used. */
  List<String> variables();

  /** The query parameter or header that it fills by itself, if any. */
  default Optional<Placement> placement() {
    return Optional.empty();
  }

  /**
   * @param variable what is put there
   */
  record Placement(String name, boolean header, String variable) {}

  /** One answer holds everything. */
  record None(Optional<JsonPointer> total) implements Pages {
    @Override
    public Optional<Integer> most() {
      return Optional.empty();
    }

    @Override
    public List<String> variables() {
      return List.of();
    }
  }

  /**
   * By the number of records before the page.
   *
   * @param first 0 or 1, what the publisher calls the first record
   * @param shortIsLast whether a page with fewer records than {@code size} is the last
   */
  record Offset(
      Optional<String> param,
      int size,
      int first,
      boolean shortIsLast,
      Optional<JsonPointer> total,
      Optional<Integer> most)
      implements Pages {
    @Override
    public List<String> variables() {
      return List.of("page.offset");
    }

    @Override
    public Optional<Placement> placement() {
      return param.map(name -> new Placement(name, false, "page.offset"));
    }
  }

  /**
   * By the page's number.
   *
   * @param pages where in a body the number of pages stands
   */
  record Number(
      Optional<String> param,
      int size,
      int first,
      boolean shortIsLast,
      Optional<JsonPointer> pages,
      Optional<JsonPointer> total,
      Optional<Integer> most)
      implements Pages {
    @Override
    public List<String> variables() {
      return List.of("page.number");
    }

    @Override
    public Optional<Placement> placement() {
      return param.map(name -> new Placement(name, false, "page.number"));
    }
  }

  /**
   * By a word that each page gives for the next: a cursor, a token, a next key. A page without one
   * is the last.
   *
   * @param at where in a body it stands
   */
  record Cursor(Optional<String> param, JsonPointer at, Optional<JsonPointer> total)
      implements Pages {
    @Override
    public Optional<Integer> most() {
      return Optional.empty();
    }

    @Override
    public List<String> variables() {
      return List.of("page.cursor");
    }

    @Override
    public Optional<Placement> placement() {
      return param.map(name -> new Placement(name, false, "page.cursor"));
    }
  }

  /**
   * By a value of the last record.
   *
   * @param field in a record, as the publisher sends it
   */
  record After(Optional<String> param, JsonPointer field, int size, Optional<JsonPointer> total)
      implements Pages {
    @Override
    public Optional<Integer> most() {
      return Optional.empty();
    }

    @Override
    public List<String> variables() {
      return List.of("page.after");
    }

    @Override
    public Optional<Placement> placement() {
      return param.map(name -> new Placement(name, false, "page.after"));
    }
  }

  /**
   * By the address of the next page, in a Link header (RFC 8288) or in the body.
   *
   * @param at where in a body it stands; none means the header's {@code rel="next"}
   */
  record Link(Optional<JsonPointer> at, Optional<JsonPointer> total) implements Pages {
    @Override
    public Optional<Integer> most() {
      return Optional.empty();
    }

    @Override
    public List<String> variables() {
      return List.of();
    }
  }

  /**
   * By a range {@code 1-25} of records.
   *
   * @param header whether {@code name} is a header, else a query parameter
   */
  record Range(
      Optional<String> name,
      boolean header,
      int size,
      int first,
      Optional<JsonPointer> total,
      Optional<Integer> most)
      implements Pages {
    @Override
    public List<String> variables() {
      return List.of("page.first", "page.last");
    }
  }
}
