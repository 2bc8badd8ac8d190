package org.kuroshio.ingest.live;

import java.util.Optional;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.http.Validators;
import org.kuroshio.ingest.page.PageTurner;
import org.kuroshio.ingest.request.RequestValues;

/** Reads all pages of one query. Used by one thread. */
final class QueryReading {
  private final UnitTools tools;
  private final PageFetch pages;
  private final PageTurner turner;

  /** What reading is told to do with what it finds. */
  interface Sink {
    void step(Step step) throws InterruptedException;

    /** Something of the query can't be had, and reading goes on behind it. */
    void flawed();

    /** A page was read; where the next one is, and the greatest value seen so far. */
    void turned(String next, String seen) throws InterruptedException;
  }

  /** How it ended. */
  enum End {
    READ,
    /** more results than the query may have; nothing was given to the sink */
    TOO_MANY,
    /**
     * the number of results changed meanwhile, so that a record may have slipped from page to page
     */
    MOVED
  }

  /**
   * @param last where the last page was
   * @param validators of the only page
   */
  record Result(End end, String last, String seen, Validators validators) {}

  QueryReading(UnitTools tools) {
    this.tools = tools;
    this.pages = new PageFetch(tools);
    this.turner = new PageTurner(tools.fetch().pages());
  }

  String first(String word) {
    return turner.first(word);
  }

  /**
   * @param from where the first page to be read is
   * @param most results that the query may have
   */
  Result read(
      RequestValues values,
      String from,
      String seen,
      Optional<Integer> most,
      Validators validators,
      Sink sink)
      throws InterruptedException {
    String at = from;
    String before = "";
    String greatest = seen;
    Optional<Long> total = Optional.empty();
    boolean moved = false;
    while (true) {
      PageFetch.Fetched fetched = pages.fetch(values, at, before, greatest, validators);
      if (!(fetched instanceof PageFetch.Fetched.Page page)) {
        Validators kept = other(fetched, validators, sink);
        return new Result(moved ? End.MOVED : End.READ, at, greatest, kept);
      }
      Optional<Long> now = page.facts().total();
      if (most.isPresent() && now.isPresent() && now.get() > most.get() && before.isEmpty()) {
        return new Result(End.TOO_MANY, at, greatest, validators);
      }
      moved |= total.isPresent() && now.isPresent() && !total.equals(now);
      total = total.or(() -> now);
      give(page, values, sink);
      before = page.sha256();
      greatest = page.gate().greatest();
      Optional<String> next = turner.next(at, page.facts());
      if (next.isEmpty()) {
        return new Result(moved ? End.MOVED : End.READ, at, greatest, page.validators());
      }
      at = next.get();
      sink.turned(at, greatest);
    }
  }

  private void give(PageFetch.Fetched.Page page, RequestValues values, Sink sink)
      throws InterruptedException {
    page.counts().tell(tools.progress());
    if (page.sha256().isEmpty()) {
      sink.flawed();
    }
    for (Step step : page.steps()) {
      sink.step(step);
    }
    if (tools.fetch().detail().isPresent()) {
      new DetailReading(tools, tools.fetch().detail().get()).read(page.items(), values, sink);
    }
    tools.progress().succeeded();
  }

  private Validators other(PageFetch.Fetched fetched, Validators validators, Sink sink)
      throws InterruptedException {
    Validators kept = validators;
    if (fetched instanceof PageFetch.Fetched.Skipped skipped) {
      sink.flawed();
      sink.step(skipped.step());
    }
    if (fetched instanceof PageFetch.Fetched.Download download) {
      try {
        tools
            .downloads()
            .read(
                download.file(), java.util.Map.of(), tools.gate(""), tools.progress(), sink::step);
        kept = download.validators();
      } finally {
        DetailReading.delete(download);
      }
    }
    tools.progress().succeeded();
    return kept;
  }
}
