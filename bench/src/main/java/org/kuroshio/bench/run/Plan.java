package org.kuroshio.bench.run;

import java.util.List;
import org.kuroshio.bench.work.Workload;

/**
 * What is to be run.
 *
 * @param rounds how often; in each round every system runs once with each number of threads
 */
record Plan(Workload workload, List<Contender> systems, List<Integer> threads, int rounds) {
  Plan {
    systems = List.copyOf(systems);
    threads = List.copyOf(threads);
  }
}
