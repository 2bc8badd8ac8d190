package org.kuroshio.serve.print;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines after RFC 4180: commas, quotes where they are needed, lines ended as Unix tools expect. An
 * empty field is no value.
 */
public final class Csv {
  /** Tells Excel that the file is UTF-8. */
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String LINE_END = "\n";

  private final PrintStream out;

  public Csv(PrintStream out) {
    this.out = out;
  }

  public void line(List<String> fields) {
    out.print(fields.stream().map(Csv::quoted).collect(Collectors.joining(",")));
    out.print(LINE_END);
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
