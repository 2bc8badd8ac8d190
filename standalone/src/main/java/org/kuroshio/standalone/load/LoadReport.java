package org.kuroshio.standalone.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kuroshio.ingest.progress.LoadCounts;

/**
 * What a load did.
 *
 * @param source its name
 * @param elapsed from the start of the connector to the cut that holds everything
 * @param cut the id of that cut
 */
public record LoadReport(String source, LoadCounts counts, Duration elapsed, String cut) {

  /** For people, in lines. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s".formatted(source, files()));
    lines.add(line("records read", counts.read()));
    lines.add(line("published", counts.published()));
    lines.add(line("already known", counts.known()));
    lines.add(line("rejected", counts.rejectedTotal()) + reasons(counts.rejected()));
    if (counts.ignored() > 0) {
      lines.add(line("of no use", counts.ignored()) + "   (the mapping makes nothing of them)");
    }
    if (!counts.unknownRegions().isEmpty()) {
      lines.add(
          line("places unknown", sum(counts.unknownRegions())) + reasons(counts.unknownRegions()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "in %.1f s, %,d records/s; the tables stand at cut %s",
            seconds(),
            recordsPerSecond(),
            cut));
    return String.join("\n", lines);
  }

  long recordsPerSecond() {
    return Math.round(counts.read() / Math.max(0.001, seconds()));
  }

  private double seconds() {
    return elapsed.toMillis() / 1000.0;
  }

  /** Whether the user named files of another source. */
  public boolean foundNothingOfTheSource() {
    return counts.read() == 0
        && counts.filesSkipped() > 0
        && counts.filesSkipped() >= counts.filesDone();
  }

  private String files() {
    if (counts.filesFound() == 0) {
      return "asked of its server";
    }
    String files = count(counts.filesDone(), "file");
    return counts.filesSkipped() == 0
        ? files
        : files
            + "; "
            + count(counts.filesSkipped(), "file or entry", "files or entries")
            + " skipped";
  }

  private static String count(long number, String noun) {
    return count(number, noun, noun + "s");
  }

  private static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }

  private static String line(String name, long number) {
    return String.format(Locale.ROOT, "  %-15s %,12d", name, number);
  }

  private static String reasons(Map<String, Long> byReason) {
    if (byReason.isEmpty()) {
      return "";
    }
    return byReason.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(reason -> String.format(Locale.ROOT, "%s %,d", reason.getKey(), reason.getValue()))
        .collect(Collectors.joining(", ", "   (", ")"));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
