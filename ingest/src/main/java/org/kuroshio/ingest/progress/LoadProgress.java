package org.kuroshio.ingest.progress;

import io.micrometer.core.instrument.Metrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far one load is. Connect makes connectors and tasks by reflection, so whoever started them in
 * the same process finds their progress here, under the run that it gave them as {@code
 * kuroshio.run}. Safe for many threads.
 */
public final class LoadProgress {
  private static final Map<String, LoadProgress> RUNS = new ConcurrentHashMap<>();
  private static final int UNKNOWN = -1;

  private final Map<Integer, TaskProgress> tasks = new ConcurrentHashMap<>();
  private volatile int expected = UNKNOWN;

  private LoadProgress() {}

  /** The progress of a run; begins it if nobody has asked before. */
  public static LoadProgress of(String run) {
    return RUNS.computeIfAbsent(run, r -> new LoadProgress());
  }

  /** Frees a run that nobody asks for any more. */
  public static void forget(String run) {
    RUNS.remove(run);
  }

  /** Said by the connector before its tasks start. */
  public void expect(int taskCount) {
    tasks.keySet().removeIf(index -> index >= taskCount);
    expected = taskCount;
  }

  /** A task starts, or starts again: what it did before, it will find as known. */
  public TaskProgress start(int task, String source) {
    TaskProgress progress = new TaskProgress(Metrics.globalRegistry, source);
    tasks.put(task, progress);
    return progress;
  }

  public LoadCounts counts() {
    return tasks.values().stream()
        .map(TaskProgress::counts)
        .reduce(LoadCounts.NONE, LoadCounts::plus);
  }

  /**
   * Files and entries that match no pattern of the source, as the user named them; at most a
   * thousand for each task.
   */
  public List<String> skippedFiles() {
    return tasks.values().stream().flatMap(task -> task.skippedFiles().stream()).sorted().toList();
  }

  /**
   * Whether every task has read everything and Kafka has acknowledged all of it. A task that failed
   * never finishes: ask Connect for its state.
   */
  public boolean finished() {
    return expected != UNKNOWN
        && tasks.size() == expected
        && tasks.values().stream().allMatch(TaskProgress::isFinished);
  }

  /**
   * For every partition written to, the offset behind the last record: what a table must have read
   * to hold this load.
   */
  public Map<TopicSlice, Long> publishedThrough() {
    Map<TopicSlice, Long> through = new HashMap<>();
    for (TaskProgress task : tasks.values()) {
      task.nextOffsets().forEach((slice, offset) -> through.merge(slice, offset, Math::max));
    }
    return Map.copyOf(through);
  }
}
