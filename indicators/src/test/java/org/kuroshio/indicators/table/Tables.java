package org.kuroshio.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.ledger.Outcome;
import org.kuroshio.indicators.projection.EventProjection;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.frame.FrameSerializer;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/**
 * The two hops without Kafka: ledgers by stream and partition, one region table, and a reader that
 * folds what is published. Every cut is checked against what the reader holds after it.
 */
public final class Tables {
  /** Of every cut that is not given another day. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Catalogue catalogue;
  private final Regions regions;
  private final int partitions;
  private final FrameSerializer<SpecificRecord> frames = new FrameSerializer<>(Fixtures.ids());
  private final Map<Source, EntityLedger> ledgers = new LinkedHashMap<>();
  private final Map<String, IndicatorValue> cells = new TreeMap<>();
  private RegionTable table;
  private Cut last;

  private Tables(Catalogue catalogue, Regions regions, int partitions) {
    this.catalogue = catalogue;
    this.regions = regions;
    this.partitions = partitions;
    for (EventStream stream : EventStream.values()) {
      for (int partition = 0; partition < partitions; partition++) {
        EventProjection projection = new EventProjection(stream, catalogue, regions);
        ledgers.put(source(stream, partition), new EntityLedger(projection, Fixtures.ids()));
      }
    }
    this.table = new RegionTable(catalogue, regions, ledgers.keySet());
  }

  public static Tables of(Catalogue catalogue, int partitions) {
    return of(catalogue, Regions.shipped(), partitions);
  }

  public static Tables of(Catalogue catalogue, Regions regions, int partitions) {
    return new Tables(catalogue, regions, partitions).resent();
  }

  /** Events of one catalogue, in one partition, flushed at once. */
  public static Tables after(Catalogue catalogue, Collection<? extends SpecificRecord> events) {
    Tables tables = of(catalogue, 1);
    events.forEach(tables::send);
    tables.cut();
    return tables;
  }

  public static Tables after(Catalogue catalogue, SpecificRecord... events) {
    return after(catalogue, Arrays.asList(events));
  }

  /** Takes an event into the ledger of its partition. */
  public Outcome send(SpecificRecord event) {
    String id = event.get(event.getSchema().getField("entityId").pos()).toString();
    return ledger(streamOf(event), id).apply(utf8(id), frames.serialize("any", event));
  }

  /** A Kafka null value. */
  public Outcome forget(EventStream stream, String id) {
    return ledger(stream, id).apply(utf8(id), null);
  }

  /** What changed in the ledgers, each with its marker, then a cut as of {@link #TODAY}. */
  public Cut cut() {
    return cut(TODAY);
  }

  public Cut cut(LocalDate asOf) {
    ledgers.forEach(
        (source, ledger) -> {
          ledger.drainChanges(sums(source));
          marker(source, ledger, false, catalogue.fingerprint());
        });
    return publish(asOf);
  }

  /** A new region table that learns from the tables topic and full sendings, as after a restart. */
  public Cut restart(LocalDate asOf) {
    RegionTable next = new RegionTable(catalogue, regions, ledgers.keySet());
    next.published(List.copyOf(cells.values()), last == null ? 0 : last.getSequence());
    table = next;
    resent();
    return publish(asOf);
  }

  /** The same tables and events under another catalogue. */
  public Tables under(Catalogue other, Collection<? extends SpecificRecord> events) {
    Tables next = new Tables(other, regions, partitions);
    next.table.published(List.copyOf(cells.values()), last == null ? 0 : last.getSequence());
    next.cells.putAll(cells);
    events.forEach(next::send);
    next.resent();
    next.publish(TODAY);
    return next;
  }

  private Tables resent() {
    ledgers.forEach(
        (source, ledger) -> {
          table.reset(source);
          ledger.all(sums(source));
          marker(source, ledger, true, catalogue.fingerprint());
        });
    return this;
  }

  private EntityLedger.SumSink sums(Source source) {
    return new EntityLedger.SumSink() {
      @Override
      public void sum(BaseKey key, long sum) {
        table.sum(source, key, sum);
      }

      @Override
      public void gone(BaseKey key) {
        table.gone(source, key);
      }
    };
  }

  private void marker(Source source, EntityLedger ledger, boolean end, String fingerprint) {
    table.marker(
        source,
        end,
        ledger.recordsRead(),
        ledger.recordsRead(),
        ledger.newestPublishedAt(),
        fingerprint);
  }

  private Cut publish(LocalDate asOf) {
    RegionTable.Publication publication = table.cut(asOf, Instant.EPOCH);
    Set<String> told = new HashSet<>();
    for (CellChange change : publication.changes()) {
      assertThat(told.add(change.key())).as("told twice: " + change.key()).isTrue();
      assertThat(change.value().getCut()).isEqualTo(publication.cut().getCut());
      IndicatorValue before =
          change.isGone() ? cells.remove(change.key()) : cells.put(change.key(), change.value());
      assertThat(!change.isGone() || before != null).as("gone twice: " + change.key()).isTrue();
    }
    last = publication.cut();
    assertThat(last.getCount()).isEqualTo(told.size());
    assertThat(last.getCells()).isEqualTo(cells.size());
    return last;
  }

  public RegionTable table() {
    return table;
  }

  public Cut lastCut() {
    return last;
  }

  /** What a reader holds, by Kafka key. */
  public Map<String, IndicatorValue> cells() {
    return cells;
  }

  /** The cells as lines of text, without what differs from cut to cut. */
  public List<String> lines() {
    return cells.values().stream().map(Tables::line).toList();
  }

  private static String line(IndicatorValue v) {
    return String.join(
        "|",
        CellChange.key(v),
        "" + v.getValue(),
        "" + v.getExact(),
        "" + v.getNumerator(),
        "" + v.getDenominator(),
        "" + v.getRank(),
        "" + v.getRanked(),
        "" + v.getStatus(),
        "" + v.getReason());
  }

  /**
   * A cell as text: the number, its status unless NORMAL, its unit where it is not the
   * definition's: {@code 428}, {@code 3 PROVISIONAL}, {@code 1000 JPY; 5 USD}, {@code UNDEFINED},
   * {@code MISSING}.
   *
   * @param region {@code JP-13}, or {@code JP-KANTO11:JP-13} for a cell of a reference set
   */
  public String show(String indicator, String region, String period, String breakdown) {
    List<IndicatorValue> found = find(indicator, region, period, breakdown);
    return found.isEmpty()
        ? "MISSING"
        : found.stream().map(this::show).sorted().collect(Collectors.joining("; "));
  }

  public String show(String indicator, String region, String period) {
    return show(indicator, region, period, "");
  }

  /** The only cell at the address. */
  public IndicatorValue cell(String indicator, String region, String period) {
    List<IndicatorValue> found = find(indicator, region, period, "");
    assertThat(found).as(indicator + " " + region + " " + period).hasSize(1);
    return found.get(0);
  }

  private List<IndicatorValue> find(
      String indicator, String region, String period, String breakdown) {
    int colon = region.startsWith(UnallocatedRows.PREFIX) ? -1 : region.indexOf(':');
    String group = colon < 0 ? "" : region.substring(0, colon);
    String in = region.substring(colon + 1);
    catalogue.get(indicator);
    return cells.values().stream()
        .filter(
            v ->
                v.getIndicator().equals(indicator)
                    && v.getGroup().equals(group)
                    && v.getRegion().equals(in)
                    && v.getPeriod().equals(period)
                    && v.getBreakdown().equals(breakdown))
        .toList();
  }

  private String show(IndicatorValue value) {
    List<String> words = new ArrayList<>();
    if (value.getRank() != null) {
      words.add("#" + value.getRank());
    } else if (value.getValue() != null) {
      words.add(value.getValue());
    }
    if (value.getStatus() != Status.NORMAL) {
      words.add(value.getStatus().name());
    }
    if (!value.getUnit().equals(catalogue.get(value.getIndicator()).unit())) {
      words.add(value.getUnit());
    }
    return String.join(" ", words);
  }

  private EntityLedger ledger(EventStream stream, String id) {
    return ledgers.get(source(stream, Math.floorMod(id.hashCode(), partitions)));
  }

  private static Source source(EventStream stream, int partition) {
    return new Source("innovation." + stream.word(), partition);
  }

  private static EventStream streamOf(SpecificRecord event) {
    for (EventStream stream : EventStream.values()) {
      if (stream.envelope().getFullName().equals(event.getSchema().getFullName())) {
        return stream;
      }
    }
    throw new IllegalArgumentException("no event: " + event.getSchema().getFullName());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
