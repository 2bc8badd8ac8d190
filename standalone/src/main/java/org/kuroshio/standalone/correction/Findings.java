package org.kuroshio.standalone.correction;

import java.util.ArrayList;
import java.util.List;
import org.kuroshio.standalone.failure.Failure;

/** Everything that is wrong with one file, said at once. One thread. */
final class Findings {
  private static final int MOST_SHOWN = 20;

  private final String file;
  private final List<String> found = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  /**
   * @param position as {@code line 3}
   * @param column its name
   * @param value what stands there
   * @param wrong what is wrong with it, and what would be right
   */
  void add(String position, String column, String value, String wrong) {
    found.add("%s, %s, column %s, value '%s': %s".formatted(file, position, column, value, wrong));
  }

  /** Of a row as a whole. */
  void add(String position, String wrong) {
    found.add("%s, %s: %s".formatted(file, position, wrong));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * @throws Failure if anything is wrong
   */
  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("nothing was corrected, as the file has mistakes:");
    lines.addAll(found.subList(0, Math.min(found.size(), MOST_SHOWN)));
    if (found.size() > MOST_SHOWN) {
      lines.add("and " + (found.size() - MOST_SHOWN) + " more");
    }
    throw new Failure(String.join("\n  ", lines));
  }
}
