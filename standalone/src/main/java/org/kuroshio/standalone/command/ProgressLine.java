package org.kuroshio.standalone.command;

import java.io.PrintStream;
import java.util.Locale;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.standalone.load.Display;

/** One line of a terminal, written over. Where there is no terminal it says nothing. */
final class ProgressLine implements Display {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean terminal;
  private final String source;
  private boolean shown;

  ProgressLine(PrintStream err, boolean terminal, String source) {
    this.err = err;
    this.terminal = terminal;
    this.source = source;
  }

  @Override
  public void reading(LoadCounts counts) {
    long percent = counts.bytesTotal() == 0 ? 0 : 100 * counts.bytesDone() / counts.bytesTotal();
    show(
        String.format(
            Locale.ROOT,
            "%s: %s%,d records read, %,d published, %,d known, %,d rejected",
            source,
            counts.filesFound() == 0
                ? ""
                : String.format(Locale.ROOT, "%d %% of %,d files, ", percent, counts.filesFound()),
            counts.read(),
            counts.published(),
            counts.known(),
            counts.rejectedTotal()));
  }

  @Override
  public void computing(LoadCounts counts) {
    show(
        String.format(
            Locale.ROOT,
            "%s: %,d records read, bringing the tables up to date",
            source,
            counts.read()));
  }

  void clear() {
    if (shown) {
      err.print(CLEAR_LINE);
      err.flush();
      shown = false;
    }
  }

  private void show(String text) {
    if (terminal) {
      err.print(CLEAR_LINE + text);
      err.flush();
      shown = true;
    }
  }
}
