package org.kuroshio.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The table, the lines with ratios and the lines with hashes. Medians over the rounds. */
final class Report {
  private record Setup(Contender system, int threads) {}

  private final Map<Setup, List<Measured>> bySetup = new LinkedHashMap<>();

  Report(List<Measured> measured) {
    for (Measured one : measured) {
      bySetup
          .computeIfAbsent(new Setup(one.system(), one.threads()), s -> new ArrayList<>())
          .add(one);
    }
  }

  String text() {
    Lines lines = new Lines();
    lines.add(
        "%-26s %7s %10s %12s %10s %8s %12s",
        "system", "threads", "seconds", "events/s", "CPU s/M", "peak MB", "bytes/event");
    bySetup.forEach(
        (setup, runs) ->
            lines.add(
                "%-26s %7d %10.1f %,12.0f %10.1f %8.0f %12.1f",
                setup.system.word(),
                setup.threads,
                median(runs, Measured::seconds),
                median(runs, Measured::eventsPerSecond),
                median(runs, Measured::cpuSecondsPerMillion),
                median(runs, m -> m.peakBytes() / 1e6),
                median(runs, Measured::writtenBytesPerEvent)));
    ratios().forEach((name, value) -> lines.add("ratio %s %s", name, value));
    hashes().forEach((name, hash) -> lines.add("hash %s %s", name, hash));
    return lines.toString();
  }

  /** How many times as fast Kuroshio is, at the most threads that both ran with. */
  private Map<String, String> ratios() {
    Map<String, String> ratios = new LinkedHashMap<>();
    bySetup.forEach(
        (setup, runs) -> {
          List<Measured> ours = bySetup.get(new Setup(Contender.KUROSHIO, setup.threads));
          if (ours != null && setup.system != Contender.KUROSHIO) {
            ratios.put(setup.system.word(), ratio(ours, runs, setup));
          }
        });
    return ratios;
  }

  /** Runs of one round are compared with each other; the limit is one thread's. */
  private static String ratio(List<Measured> ours, List<Measured> theirs, Setup setup) {
    List<Double> ratios = new ArrayList<>();
    int share = setup.system.writes() == Contender.Writes.NOTHING ? setup.threads : 1;
    for (int round = 0; round < Math.min(ours.size(), theirs.size()); round++) {
      ratios.add(ours.get(round).eventsPerSecond() / share / theirs.get(round).eventsPerSecond());
    }
    return String.format(Locale.ROOT, "%.2f", median(ratios));
  }

  private Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    bySetup.forEach(
        (setup, runs) ->
            runs.stream()
                .filter(run -> !run.hash().isEmpty())
                .forEach(run -> hashes.put(setup.system.word(), run.hash())));
    return hashes;
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    return median(runs.stream().map(figure::applyAsDouble).toList());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
