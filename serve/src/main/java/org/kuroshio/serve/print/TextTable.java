package org.kuroshio.serve.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns for people, as wide as their widest entry. Names in Chinese and Japanese take two places
 * a letter on a terminal.
 */
public final class TextTable {
  private static final String GAP = "  ";

  /** Where a column's entries stand. */
  public enum Align {
    LEFT,
    RIGHT
  }

  private final List<Align> columns;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(Align... columns) {
    this.columns = List.of(columns);
  }

  /**
   * @throws IllegalArgumentException if there are not as many entries as columns
   */
  public TextTable row(String... entries) {
    if (entries.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row has %d entries, was %d".formatted(columns.size(), entries.length));
    }
    rows.add(List.of(entries));
    return this;
  }

  /** A line across all columns. */
  public TextTable rule() {
    rows.add(List.of());
    return this;
  }

  /** The lines, without blanks at their ends. */
  public List<String> lines() {
    int[] widths = new int[columns.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    String rule = "-".repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1));
    return rows.stream().map(row -> row.isEmpty() ? rule : line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - width(row.get(i)));
      line.append(i == 0 ? "" : GAP);
      line.append(columns.get(i) == Align.RIGHT ? blanks + row.get(i) : row.get(i) + blanks);
    }
    return line.toString().stripTrailing();
  }

  private static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int codePoint) {
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || script == Character.UnicodeScript.HANGUL
        || (codePoint >= 0x3000 && codePoint <= 0x303F)
        || (codePoint >= 0xFF01 && codePoint <= 0xFF60);
  }
}
