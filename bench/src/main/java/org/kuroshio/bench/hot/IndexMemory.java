package org.kuroshio.bench.hot;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.kuroshio.bench.work.BenchCatalogue;
import org.kuroshio.bench.work.Draft;
import org.kuroshio.bench.work.Draws;
import org.kuroshio.bench.work.EntityKind;
import org.kuroshio.bench.work.Envelopes;
import org.kuroshio.bench.work.Workload;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.projection.EventProjection;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.BundledIds;

/** What the index keeps for each venture: heap in use after and before, collected each time. */
public final class IndexMemory {
  private static final int ENTITIES = 1_600_000;

  private IndexMemory() {}

  public static void main(String[] args) {
    EntityLedger ledger =
        new EntityLedger(
            new EventProjection(EventStream.VENTURES, BenchCatalogue.of(1), Regions.shipped()),
            new BundledIds());
    Draws draws = new Draws(Workload.of(ENTITIES));
    Envelopes envelopes = new Envelopes();
    // the base cells and everything that is made once are there before the count begins
    fill(ledger, draws, envelopes, 0, ENTITIES / 2);
    int entities = ledger.entities();
    long before = used();
    fill(ledger, draws, envelopes, ENTITIES / 2, ENTITIES);
    long after = used();
    System.out.printf(
        Locale.ROOT,
        "index %d bytes per venture (%,d ventures)%n",
        (after - before) / (ledger.entities() - entities),
        ledger.entities());
  }

  private static void fill(
      EntityLedger ledger, Draws draws, Envelopes envelopes, int from, int to) {
    for (int entity = from; entity < to; entity++) {
      Draft draft = draws.draft(entity, 10);
      if (draft.kind() == EntityKind.VENTURE) {
        ledger.apply(draft.entityId().getBytes(StandardCharsets.UTF_8), envelopes.bytes(draft));
      }
    }
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
