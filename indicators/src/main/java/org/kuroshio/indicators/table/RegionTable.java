package org.kuroshio.indicators.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Progress;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.CutOffset;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/**
 * The indicator tables: takes the base sums of all partitions, and says at each cut which cells
 * readers must be told of. One thread; the day and the time are given to it.
 */
public final class RegionTable {
  /** Cells that change together, and the record that ends them. */
  public record Publication(List<CellChange> changes, Cut cut) {}

  private final Catalogue catalogue;
  private final Set<Source> sources;
  private final BaseTable base;
  private final Computation computation;
  private final Published published = new Published();
  private long sequence;
  private boolean caughtUp;
  private Map<Source, Progress> lastProgress = Map.of();
  private LocalDate lastDay = LocalDate.MIN;

  /**
   * @param sources every partition of every event topic: nothing is published before each has sent
   *     all its sums
   */
  public RegionTable(Catalogue catalogue, Regions regions, Set<Source> sources) {
    this.catalogue = catalogue;
    this.sources = Set.copyOf(sources);
    this.base = new BaseTable(catalogue.fingerprint());
    this.computation = new Computation(catalogue, regions);
  }

  /**
   * What readers know already: the cells of the tables topic and the number of its last cut. Called
   * once, before the first cut.
   */
  public void published(Collection<IndicatorValue> values, long lastSequence) {
    values.forEach(value -> published.put(CellChange.key(value), value));
    sequence = lastSequence;
  }

  public void sum(Source source, BaseKey key, long sum) {
    base.hold(source, key, sum);
  }

  public void gone(Source source, BaseKey key) {
    base.hold(source, key, null);
  }

  public void reset(Source source) {
    base.reset(source);
  }

  /**
   * @param end true if the marker closes a full sending
   * @throws ShrunkException if fewer records are behind the sums than before
   */
  public void marker(
      Source source,
      boolean end,
      long throughOffset,
      long recordsApplied,
      long newestPublishedAt,
      String fingerprint) {
    base.release(
        source,
        end,
        new Progress(throughOffset, recordsApplied, newestPublishedAt, false),
        fingerprint,
        computation.facts());
  }

  /** Whether every partition has sent all its sums, for this catalogue. */
  public boolean isComplete() {
    Map<Source, Progress> progress = base.progress();
    return sources.stream().allMatch(s -> progress.containsKey(s) && progress.get(s).complete());
  }

  /** Whether a cut would say anything new. */
  public boolean hasNews(LocalDate asOf) {
    return isComplete() && (!base.progress().equals(lastProgress) || !asOf.equals(lastDay));
  }

  /**
   * Computes and numbers a cut.
   *
   * @param asOf the day for which open periods are computed
   * @param at when it is published
   */
  public Publication cut(LocalDate asOf, Instant at) {
    Map<String, IndicatorValue> told = new LinkedHashMap<>();
    Map<Source, Progress> progress = base.progress();
    long newest = progress.values().stream().mapToLong(Progress::newestPublishedAt).max().orElse(0);
    Map<Computation.Address, Cell> changed = computation.run(asOf);
    changed.forEach((address, cell) -> tell(address, cell, newest, told));
    if (!caughtUp) {
      forgetStrangers(told, newest);
      caughtUp = true;
    }
    String id = published.cutId();
    List<CellChange> changes = new ArrayList<>(told.size());
    told.forEach(
        (key, value) -> {
          value.setCut(id);
          changes.add(new CellChange(key, value));
        });
    lastProgress = progress;
    lastDay = asOf;
    sequence++;
    Cut cut =
        Cut.newBuilder()
            .setCut(id)
            .setSequence(sequence)
            .setAsOf(asOf)
            .setAt(at)
            .setOffsets(offsets(progress))
            .setCount(changes.size())
            .setCells(published.size())
            .setCatalogue(catalogue.fingerprint())
            .build();
    return new Publication(changes, cut);
  }

  private void tell(
      Computation.Address address, Cell cell, long newest, Map<String, IndicatorValue> told) {
    IndicatorValue value = value(address, cell, newest);
    String key = CellChange.key(value);
    if (cell.isMissing()) {
      if (published.remove(key)) {
        told.put(key, value);
      }
    } else if (published.put(key, value)) {
      told.put(key, value);
    }
  }

  /** Cells of before that nothing computes any more: their definition is gone, or was changed. */
  private void forgetStrangers(Map<String, IndicatorValue> told, long newest) {
    Set<String> known = new HashSet<>();
    for (Slice slice : computation.cells().slices()) {
      computation
          .cells()
          .all(slice)
          .forEach(
              (place, cell) ->
                  known.add(CellChange.key(value(new Computation.Address(slice, place), cell, 0))));
    }
    for (String key : List.copyOf(published.keys())) {
      if (!known.contains(key)) {
        published.remove(key);
        told.put(key, gone(key, newest));
      }
    }
  }

  private static IndicatorValue gone(String key, long newest) {
    String[] parts = key.split("\\|", -1);
    return IndicatorValue.newBuilder()
        .setIndicator(parts[0])
        .setVersion(Integer.parseInt(parts[1]))
        .setGroup(parts[2])
        .setRegion(parts[3])
        .setPeriod(parts[4])
        .setBreakdown(parts[5])
        .setUnit(parts[6])
        .setStatus(Status.MISSING)
        .setCut("")
        .setUpdatedAt(micros(newest))
        .build();
  }

  private static Instant micros(long sinceEpoch) {
    return Instant.EPOCH.plus(sinceEpoch, ChronoUnit.MICROS);
  }

  private IndicatorValue value(Computation.Address address, Cell cell, long newest) {
    Slice slice = address.slice();
    Indicator indicator = catalogue.get(slice.indicator());
    // not by the builder, which checks and copies each field once more
    IndicatorValue value = new IndicatorValue();
    value.setIndicator(indicator.id());
    value.setVersion(indicator.version());
    value.setGroup(address.place().group());
    value.setRegion(address.place().region());
    value.setPeriod(slice.period().label());
    value.setBreakdown(slice.breakdown());
    value.setUnit(unit(slice));
    value.setValue(cell.text());
    value.setValueDouble(cell.text() == null ? null : Double.valueOf(cell.text()));
    value.setExact(cell.value() == null ? null : cell.value().exactText());
    value.setNumerator(cell.numerator() == null ? null : cell.numerator().exactText());
    value.setDenominator(cell.denominator() == null ? null : cell.denominator().exactText());
    value.setRank(cell.rank());
    value.setRanked(cell.ranked());
    value.setStatus(cell.status());
    value.setReason(cell.reason());
    value.setCut("");
    value.setUpdatedAt(micros(newest));
    return value;
  }

  /**
   * Sums of money are in their currency; what is divided by money of the same currency keeps its
   * own unit and says which; a gap is in the unit of what it is measured against.
   */
  private String unit(Slice slice) {
    Indicator indicator = catalogue.get(slice.indicator());
    if (indicator.kind() instanceof Kind.Gap) {
      return unit(GapFormula.computed(slice));
    }
    if (slice.currency().isEmpty()) {
      return indicator.unit();
    }
    boolean amount =
        indicator.kind() instanceof Kind.Simple
            || indicator.kind() instanceof Kind.Stock
            || indicator.kind() instanceof Kind.Derived;
    return amount ? slice.currency() : indicator.unit() + " (" + slice.currency() + ")";
  }

  private static List<CutOffset> offsets(Map<Source, Progress> progress) {
    TreeMap<String, CutOffset> offsets = new TreeMap<>();
    progress.forEach(
        (source, p) ->
            offsets.put(
                source.topic() + String.format("|%05d", source.partition()),
                new CutOffset(source.topic(), source.partition(), p.throughOffset())));
    return List.copyOf(offsets.values());
  }
}
