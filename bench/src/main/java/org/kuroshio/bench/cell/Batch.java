package org.kuroshio.bench.cell;

import java.util.HashMap;
import java.util.Map;
import org.kuroshio.bench.work.BenchCatalogue;
import org.kuroshio.bench.work.Draws;
import org.kuroshio.bench.work.Workload;

/** The tables as one pass over the latest versions gives them: what every system must end in. */
public final class Batch {
  private Batch() {}

  /**
   * @param latest the latest version of each entity
   */
  public static CellTable table(Workload workload, int[] latest) {
    Draws draws = new Draws(workload);
    Map<String, Long> facts = new HashMap<>();
    for (int entity = 0; entity < latest.length; entity++) {
      for (String fact : Fact.of(draws.draft(entity, latest[entity]))) {
        facts.merge(fact, 1L, Long::sum);
      }
    }
    CellTable table = new CellTable();
    FactCells cells = new FactCells();
    facts.forEach(
        (fact, count) -> {
          for (FactCells.Share share : cells.of(fact)) {
            for (int copy = 1; copy <= workload.copies(); copy++) {
              table.add(BenchCatalogue.id(share.key(), copy), count * share.amount());
            }
          }
        });
    return table;
  }
}
