package org.kuroshio.ingest.page;

import java.util.Map;
import java.util.Optional;

/**
 * Turns pages. Where one stands is one text, which can be stored: a number, a word or an address;
 * empty at the first page of those that begin without one. Immutable.
 */
public final class PageTurner {
  private final Pages pages;

  public PageTurner(Pages pages) {
    this.pages = pages;
  }

  /**
   * @param word where a feed goes on; empty for the beginning
   */
  public String first(String word) {
    if (pages instanceof Pages.Offset offset) {
      return String.valueOf(offset.first());
    }
    if (pages instanceof Pages.Number number) {
      return String.valueOf(number.first());
    }
    return pages instanceof Pages.Range range ? String.valueOf(range.first()) : word;
  }

  /** The address to ask, where the page before gave one. */
  public Optional<String> link(String at) {
    return pages instanceof Pages.Link && !at.isEmpty() ? Optional.of(at) : Optional.empty();
  }

  /** What the request's holes are filled with. */
  public Map<String, String> variables(String at) {
    if (pages instanceof Pages.Offset offset) {
      return Map.of("page.offset", at, "page.size", String.valueOf(offset.size()));
    }
    if (pages instanceof Pages.Number number) {
      return Map.of("page.number", at, "page.size", String.valueOf(number.size()));
    }
    if (pages instanceof Pages.After after) {
      return Map.of("page.after", at, "page.size", String.valueOf(after.size()));
    }
    if (pages instanceof Pages.Range range) {
      long first = Long.parseLong(at);
      long last = first + range.size() - 1;
      long bounded = range.most().map(most -> Math.min(most, last)).orElse(last);
      return Map.of(
          "page.first", at, "page.last", String.valueOf(bounded), "page.size", size(range));
    }
    return pages instanceof Pages.Cursor ? Map.of("page.cursor", at) : Map.of();
  }

  private static String size(Pages.Range range) {
    return String.valueOf(range.size());
  }

  /**
   * Where the next page is; empty behind the last.
   *
   * @throws BeyondReachException if there is one that can't be had
   */
  public Optional<String> next(String at, PageFacts facts) {
    if (pages instanceof Pages.Offset offset) {
      long step = offset.shortIsLast() ? offset.size() : facts.records();
      boolean more =
          more(
              Long.parseLong(at) - offset.first() + step,
              offset.size(),
              facts,
              offset.shortIsLast());
      return more ? reachable(Long.parseLong(at) + step, offset.most()) : Optional.empty();
    }
    if (pages instanceof Pages.Number number) {
      long next = Long.parseLong(at) + 1;
      long before = (next - number.first()) * number.size();
      boolean more =
          (facts.pages().isPresent() && facts.records() > 0)
              ? next - number.first() < facts.pages().get()
              : more(before, number.size(), facts, number.shortIsLast());
      return more ? reachable(next, number.most()) : Optional.empty();
    }
    if (pages instanceof Pages.Range range) {
      long next = Long.parseLong(at) + range.size();
      boolean more = more(next - range.first(), range.size(), facts, true);
      return more ? reachable(next, range.most()) : Optional.empty();
    }
    return byWord(at, facts);
  }

  private Optional<String> byWord(String at, PageFacts facts) {
    if (pages instanceof Pages.None) {
      return Optional.empty();
    }
    boolean ended = pages instanceof Pages.After after && facts.records() < after.size();
    return facts.word().filter(word -> !ended && !word.isEmpty() && !word.equals(at));
  }

  private static boolean more(long before, int size, PageFacts facts, boolean shortIsLast) {
    if (facts.records() == 0) {
      return false;
    }
    return facts.total().isPresent()
        ? before < facts.total().get()
        : !shortIsLast || facts.records() >= size;
  }

  private static Optional<String> reachable(long next, Optional<Integer> most) {
    if (most.isPresent() && next > most.get()) {
      throw new BeyondReachException(most.get());
    }
    return Optional.of(String.valueOf(next));
  }
}
