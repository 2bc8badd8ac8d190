package org.kuroshio.standalone.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.kuroshio.standalone.failure.Failure;

/**
 * How many events of a seed a data directory holds at the least, in a small file. It is written
 * after the broker has them, so what a kill makes forgotten is sent again, and changes nothing.
 */
final class SentCount {
  private final Path file;

  /**
   * @param directory is made where it is missing
   */
  SentCount(Path directory, long seed) {
    this.file = directory.resolve("seed-" + seed);
  }

  /**
   * 0 if nothing was sent yet.
   *
   * @throws Failure if the file is not one of ours
   */
  long read() {
    try {
      if (!Files.exists(file)) {
        return 0;
      }
      String text = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (!text.matches("\\d{1,12}")) {
        throw new Failure(
            "%s holds \"%s\", not the number of simulated events that were sent: delete it, and they are sent again, which changes nothing"
                .formatted(file, text));
      }
      return Long.parseLong(text);
    } catch (IOException e) {
      throw new Failure("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Written beside and moved into place, so that a crash leaves the old number or the new one. */
  void write(long count) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(unfinished, count + "\n", StandardCharsets.UTF_8);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Failure("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
