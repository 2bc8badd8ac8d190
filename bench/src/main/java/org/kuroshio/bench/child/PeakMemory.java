package org.kuroshio.bench.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Linux tells the largest resident set of a process; others are taken as 0. */
final class PeakMemory {
  private static final String FIELD = "VmHWM:";

  private PeakMemory() {}

  static long bytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(FIELD))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
