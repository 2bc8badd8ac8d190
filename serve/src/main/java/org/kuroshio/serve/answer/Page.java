package org.kuroshio.serve.answer;

import java.util.List;

/**
 * Some of many items.
 *
 * @param total how many there are in all
 * @param next where the ones behind these are; empty at the end
 */
public record Page<T>(List<T> items, int total, String next) {
  public Page {
    items = List.copyOf(items);
  }

  /** Makes the address of the items from an offset on. */
  public interface Link {
    String from(int offset);
  }

  /** The items from an offset on, at most so many. */
  public static <T> Page<T> of(List<T> all, int offset, int limit, Link link) {
    int first = Math.min(offset, all.size());
    int end = (int) Math.min((long) first + limit, all.size());
    return new Page<>(all.subList(first, end), all.size(), end < all.size() ? link.from(end) : "");
  }
}
