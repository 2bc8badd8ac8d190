package org.kuroshio.bench.hot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.kuroshio.bench.work.BenchCatalogue;
import org.kuroshio.bench.work.Draft;
import org.kuroshio.bench.work.Draws;
import org.kuroshio.bench.work.EntityKind;
import org.kuroshio.bench.work.Envelopes;
import org.kuroshio.bench.work.Workload;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.ledger.Outcome;
import org.kuroshio.indicators.projection.Contribution;
import org.kuroshio.indicators.projection.EventProjection;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.indicators.table.RegionTable;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.GenericFrameReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One call is one event (or one sum) of the workload's patents. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class HotFunctions {
  private static final int ENTITIES = 20_000;
  private static final Source SOURCE = new Source("innovation.patents", 0);

  private record Event(byte[] key, byte[] value) {}

  private record Sum(BaseKey key, long amount) {}

  private final List<Event> events = new ArrayList<>();
  private final List<Event> corrected = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();
  private final Catalogue catalogue = BenchCatalogue.of(1);
  private EventProjection projection;
  private GenericFrameReader reader;
  private GenericRecord decoded;
  private EntityLedger ledger;
  private RegionTable table;
  private int next;
  private long changed;

  @Setup
  public void prepare() {
    projection = new EventProjection(EventStream.PATENTS, catalogue, Regions.shipped());
    reader = new GenericFrameReader(new BundledIds(), projection.readerSchema());
    ledger = new EntityLedger(projection, new BundledIds());
    table = new RegionTable(catalogue, Regions.shipped(), Set.of(SOURCE));
    Draws draws = new Draws(Workload.of(ENTITIES));
    Envelopes envelopes = new Envelopes();
    for (int entity = 0; entity < ENTITIES; entity++) {
      Draft draft = draws.draft(entity, 10);
      if (draft.kind() == EntityKind.PATENT) {
        events.add(event(envelopes, draft));
        corrected.add(event(envelopes, draws.draft(entity, 20)));
      }
    }
    events.forEach(e -> ledger.apply(e.key, e.value));
    ledger.all(
        new EntityLedger.SumSink() {
          @Override
          public void sum(BaseKey key, long sum) {
            sums.add(new Sum(key, sum));
          }

          @Override
          public void gone(BaseKey key) {
            throw new IllegalStateException("nothing was taken away");
          }
        });
    table.reset(SOURCE);
    sums.forEach(sum -> table.sum(SOURCE, sum.key, sum.amount));
    table.marker(SOURCE, true, 1, events.size(), 1, catalogue.fingerprint());
    decoded = reader.read(events.get(0).value);
  }

  private static Event event(Envelopes envelopes, Draft draft) {
    return new Event(draft.entityId().getBytes(StandardCharsets.UTF_8), envelopes.bytes(draft));
  }

  private int turn(int size) {
    next = next + 1 >= size ? 0 : next + 1;
    return next;
  }

  /** Reads the fields that the catalogue needs. */
  @Benchmark
  public GenericRecord decode() {
    decoded = reader.read(events.get(turn(events.size())).value, decoded);
    return decoded;
  }

  /** Works out the cells of a decoded event. */
  @Benchmark
  public void cells(Blackhole hole) {
    projection.contributions(decoded, (Contribution c) -> hole.consume(c));
  }

  /** A duplicate: decoded, hashed and found known. */
  @Benchmark
  public Outcome duplicate() {
    Event event = events.get(turn(events.size()));
    return ledger.apply(event.key, event.value);
  }

  /** A new ledger for so many events: everything of hop 1 but Kafka. */
  @Benchmark
  public EntityLedger addAndRetractTwentyThousandVersions() {
    EntityLedger fresh = new EntityLedger(projection, new BundledIds());
    events.forEach(e -> fresh.apply(e.key, e.value));
    corrected.forEach(e -> fresh.apply(e.key, e.value));
    return fresh;
  }

  /** A changed sum, with its marker. */
  @Benchmark
  public void changeSum() {
    Sum sum = sums.get(turn(sums.size()));
    changed++;
    table.sum(SOURCE, sum.key, sum.amount + changed % 7);
    table.marker(SOURCE, false, 1 + changed, events.size() + changed, 1, catalogue.fingerprint());
  }

  /** A thousand changed sums and the cut that tells of them. */
  @Benchmark
  public RegionTable.Publication cutOfThousandSums() {
    for (int i = 0; i < 1_000; i++) {
      changeSum();
    }
    return table.cut(LocalDate.of(2026, 4, 1), Instant.EPOCH);
  }
}
