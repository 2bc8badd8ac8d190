package org.kuroshio.bench.run;

import java.util.Locale;

/** What a part prints. */
final class Lines {
  private final StringBuilder text = new StringBuilder();

  Lines add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
