package org.kuroshio.ingest.live;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.ingest.charset.Sha256;
import org.kuroshio.ingest.cursor.Cursor;
import org.kuroshio.ingest.cursor.UnitPosition;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.http.FailedSourceException;
import org.kuroshio.ingest.http.Validators;
import org.kuroshio.ingest.request.RequestValues;

/** One reading after the other of one unit. Used by one thread. */
final class UnitReading {
  /** How often a query is read again whose number of results changes meanwhile. */
  private static final int REREADS = 2;

  /** More validators than any lookback has files. */
  private static final int MOST_VALIDATORS = 200;

  private final UnitTools tools;
  private final QueryReading query;
  private final RequestValues values;
  private final WindowCoverage coverage;
  private final UnitSink sink;
  private final Clock clock;
  private UnitPosition position;

  UnitReading(
      UnitTools tools, RequestValues values, UnitPosition position, UnitSink sink, Clock clock) {
    this.tools = tools;
    this.query = new QueryReading(tools);
    this.coverage = new WindowCoverage(tools, clock);
    this.values = values.with("slice", tools.unit().slice());
    this.position = position;
    this.sink = sink;
    this.clock = clock;
  }

  UnitPosition position() {
    return position;
  }

  /** From where it stands to everything that there is now. */
  void read() throws InterruptedException {
    Cursor cursor = tools.fetch().cursor();
    if (cursor instanceof Cursor.Windows windows) {
      windows(windows);
    } else if (cursor instanceof Cursor.Watermark watermark) {
      String from = position.mark().isEmpty() ? watermark.start() : position.mark();
      String seen = position.reading() ? position.seen() : from;
      QueryReading.Result result = whole(values.with("watermark", from), "", seen);
      ended(result.seen());
    } else if (cursor instanceof Cursor.Feed feed) {
      String from = position.mark().isEmpty() ? feed.start() : position.mark();
      ended(whole(values, from, "").last());
    } else {
      whole(values, "", "");
      ended("");
    }
  }

  private void ended(String mark) throws InterruptedException {
    Instant now = clock.instant();
    moveTo(position.ended(mark, now));
  }

  private void moveTo(UnitPosition to) throws InterruptedException {
    position = to;
    sink.reached(to);
  }

  /** A query without windows. */
  private QueryReading.Result whole(RequestValues filled, String word, String seen)
      throws InterruptedException {
    String at =
        position.reading() && !position.page().isEmpty() ? position.page() : query.first(word);
    position = position.begun();
    LocalDate forEver = LocalDate.of(9999, 12, 31);
    QueryReading.Result result = pages(filled, at, seen, Optional.empty(), "", forEver, 0);
    for (int i = 0; i < REREADS && result.end() == QueryReading.End.MOVED; i++) {
      result = pages(filled, query.first(word), seen, Optional.empty(), "", forEver, 0);
    }
    return result;
  }

  private void windows(Cursor.Windows windows) throws InterruptedException {
    WindowGrid grid = new WindowGrid(windows, tools.unit().lane());
    LocalDate today = LocalDate.now(clock.withZone(windows.zone()));
    LocalDate last = today.minusDays(windows.lagDays());
    // a day that is not over is read, and read again
    LocalDate over = last.isBefore(today) ? last : today.minusDays(1);
    tools.memory().forgetBefore(last.minusDays(windows.lookbackDays() + 2L));
    if (!position.reading()) {
      moveTo(position.at(grid.begin(position.frontier())));
    }
    LocalDate from = grid.onLane(position.next().orElse(windows.start()));
    while (!from.isAfter(last)) {
      LocalDate most = grid.end(from, last);
      LocalDate to = window(windows, from, position.windowEnd().orElse(most));
      LocalDate next = grid.onLane(to.plusDays(1));
      LocalDate through = to.isAfter(over) ? over : to;
      if (!position.flawed() && !through.isBefore(from)) {
        claim(from, through);
      }
      moveTo(position.reached(through, next));
      from = next;
    }
    ended("");
  }

  private void claim(LocalDate from, LocalDate through) throws InterruptedException {
    Optional<Step> claim = coverage.of(from, through);
    if (claim.isPresent()) {
      sink.step(claim.get(), remembered(through));
    }
  }

  /** Reads a window, or as much of it as may be asked for at once; its last day. */
  private LocalDate window(Cursor.Windows windows, LocalDate from, LocalDate wanted)
      throws InterruptedException {
    LocalDate to = wanted;
    while (true) {
      if (position.split() > 0) {
        splits(windows, from, to);
        return to;
      }
      QueryReading.Result result = window(windows, from, to, "", position.page());
      if (result.end() != QueryReading.End.TOO_MANY) {
        return to;
      }
      if (to.isAfter(from)) {
        to = WindowGrid.half(from, to);
      } else if (windows.splits().isEmpty()) {
        throw new FailedSourceException(
            "the day %s alone has more than %d results; the cursor needs a 'split'"
                .formatted(from, windows.mostResults().orElseThrow()));
      } else {
        position = position.turned("", 1, Optional.of(to), "");
      }
    }
  }

  private void splits(Cursor.Windows windows, LocalDate from, LocalDate to)
      throws InterruptedException {
    for (int split = position.split(); split <= windows.splits().size(); split++) {
      String value = windows.splits().get(split - 1);
      QueryReading.Result result = window(windows, from, to, value, position.page());
      if (result.end() == QueryReading.End.TOO_MANY) {
        throw new FailedSourceException(
            "the day %s alone has more than %d results for '%s'; 'split' needs finer values"
                .formatted(from, windows.mostResults().orElseThrow(), value));
      }
      moveTo(position.turned("", split + 1, Optional.of(to), ""));
    }
  }

  private QueryReading.Result window(
      Cursor.Windows windows, LocalDate from, LocalDate to, String split, String page)
      throws InterruptedException {
    RequestValues filled = values.window(from, to).with("split", split);
    String at = page.isEmpty() ? query.first("") : page;
    Optional<Integer> most = windows.mostResults();
    String key = windows.lookbackDays() > 0 || windows.stepDays() == 1 ? from + " " + to : "";
    QueryReading.Result result = pages(filled, at, "", most, key, to, position.split());
    for (int i = 0; i < REREADS && result.end() == QueryReading.End.MOVED; i++) {
      result = pages(filled, query.first(""), "", most, key, to, position.split());
    }
    if (result.end() == QueryReading.End.MOVED) {
      position = position.withFlaw();
    }
    return result;
  }

  private QueryReading.Result pages(
      RequestValues filled,
      String at,
      String seen,
      Optional<Integer> most,
      String key,
      LocalDate until,
      int split)
      throws InterruptedException {
    String validatorKey = shortHash(key);
    Validators known = Validators.fromText(position.validators().getOrDefault(validatorKey, ""));
    boolean single = tools.fetch().pages() instanceof org.kuroshio.ingest.page.Pages.None;
    QueryReading.Result result =
        query.read(
            filled,
            at,
            seen,
            most,
            single && tools.fetch().detail().isEmpty() ? known : Validators.NONE,
            new QueryReading.Sink() {
              @Override
              public void step(Step step) throws InterruptedException {
                sink.step(step, remembered(until));
              }

              @Override
              public void flawed() {
                position = position.withFlaw();
              }

              @Override
              public void turned(String next, String seenNow) throws InterruptedException {
                Optional<LocalDate> end =
                    position.next().isPresent() ? Optional.of(until) : Optional.empty();
                moveTo(position.turned(next, split, end, seenNow));
              }
            });
    if (single && !result.validators().equals(Validators.NONE)) {
      remember(validatorKey, result.validators());
    }
    return result;
  }

  private Optional<LocalDate> remembered(LocalDate until) {
    if (!(tools.fetch().cursor() instanceof Cursor.Windows windows)) {
      return Optional.of(until);
    }
    LocalDate today = LocalDate.now(clock.withZone(windows.zone()));
    LocalDate least = today.minusDays(windows.lagDays() + windows.lookbackDays() + 1L);
    return until.isBefore(least) ? Optional.empty() : Optional.of(until);
  }

  private static String shortHash(String key) {
    byte[] hash = Sha256.digest().digest(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 6);
  }

  private void remember(String key, Validators validators) {
    Map<String, String> all = new TreeMap<>(position.validators());
    if (all.size() >= MOST_VALIDATORS) {
      all.clear();
    }
    all.put(key, validators.toText());
    position = position.validated(all);
  }
}
