package org.kuroshio.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The page with the figures: each part of a run has its own place, between two marks. */
final class Page {
  private final Path file;
  private final String command;

  Page(Path file, String command) {
    this.file = file;
    this.command = command;
  }

  /** Replaces what the page says of a part by what a run printed of it. */
  void write(Part part, String printed) {
    try {
      String page = Files.readString(file);
      String begin = "<!-- " + part.word() + " -->\n";
      String end = "<!-- end of " + part.word() + " -->";
      int from = page.indexOf(begin);
      int to = page.indexOf(end);
      if (from < 0 || to < from) {
        throw new IllegalStateException(
            file
                + " has no place for the part '"
                + part.word()
                + "': it needs the lines "
                + begin.strip()
                + " and "
                + end);
      }
      String text =
          "`%s` on %s, %d cores:\n\n```\n%s```\n"
              .formatted(
                  command,
                  LocalDate.now(ZoneOffset.UTC),
                  Runtime.getRuntime().availableProcessors(),
                  printed);
      Files.writeString(file, page.substring(0, from) + begin + text + page.substring(to));
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + file, e);
    }
  }
}
