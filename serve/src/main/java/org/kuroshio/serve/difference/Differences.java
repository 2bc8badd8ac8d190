package org.kuroshio.serve.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.explain.Explainer;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.explanation.EventLog;
import org.kuroshio.serve.explanation.EventOffsets;
import org.kuroshio.serve.explanation.EventReader;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.serve.table.UnansweredException;

/** Compares two cuts of one history. */
public final class Differences {
  private final Topics topics;
  private final SchemaIds ids;
  private final Catalogue catalogue;
  private final Regions regions;
  private final EventLog log;

  public Differences(
      Topics topics, SchemaIds ids, Catalogue catalogue, Regions regions, EventLog log) {
    this.topics = topics;
    this.ids = ids;
    this.catalogue = catalogue;
    this.regions = regions;
    this.log = log;
  }

  /**
   * @param history of the tables
   * @throws org.kuroshio.serve.table.UnansweredException if there is no such cut, or they are the
   *     wrong way round
   */
  public Difference between(
      TopicScan<SpecificRecord> history, End from, End to, Selection wanted, Told told) {
    HistoryStretch stretch = new HistoryStretch(from, to);
    if (history.exists()) {
      history.read(0, stretch);
    }
    return between(stretch.finish(), wanted, told);
  }

  /**
   * @param before the tables of the earlier cut
   * @param after the tables of the later one
   * @throws UnansweredException if they are the wrong way round
   */
  public Difference between(
      IndicatorTable before, IndicatorTable after, Selection wanted, Told told) {
    Cut from = before.cut().orElseThrow();
    Cut to = after.cut().orElseThrow();
    if (to.getSequence() < from.getSequence()) {
      throw new UnansweredException(
          UnansweredException.Why.WRONG_ORDER,
          "the cut %s lies before the cut %s: give them the other way round"
              .formatted(to.getCut(), from.getCut()));
    }
    List<CellDifference> all = new ArrayList<>();
    for (String key : after.keysUnlike(before)) {
      CellDifference.of(key, before.cell(key).orElse(null), after.cell(key).orElse(null))
          .ifPresent(all::add);
    }
    return between(new Stretch(from, to, after, all), wanted, told);
  }

  private Difference between(Stretch stretch, Selection wanted, Told told) {
    List<CellDifference> all = stretch.differences();
    EventOffsets before = EventOffsets.of(stretch.from());
    EventOffsets after = EventOffsets.of(stretch.to());
    StateChanges states = StateChanges.between(before, after, log, topics, ids, catalogue, regions);
    Explainer explainer =
        new Explainer(catalogue, regions, stretch.table(), (stream, cells, sink) -> {}, 0);
    Causes causes =
        new Causes(catalogue, regions, explainer, states, stretch.from(), stretch.to(), all);
    List<CellDifference> selected = new ArrayList<>(all.stream().filter(wanted).toList());
    selected.sort(CellOrder.of(catalogue));
    List<Difference.Changed> changed = told(selected, told, causes);
    List<EntityChange> counting = states.counting();
    List<EntityChange> entities = counting.stream().limit(told.most()).toList();
    return new Difference(
        stretch.from(),
        stretch.to(),
        all.size(),
        selected.size(),
        changed,
        states.all(),
        counting.size(),
        entities,
        new EventReader(log, topics).read(positions(entities, changed)),
        remarks(stretch.from(), stretch.to(), explainer));
  }

  private static List<Difference.Changed> told(
      List<CellDifference> selected, Told told, Causes causes) {
    Map<String, List<CellDifference>> rows = new LinkedHashMap<>();
    for (CellDifference difference : selected) {
      String row = told.byRow() ? row(difference.cell()) : difference.key();
      rows.computeIfAbsent(row, r -> new ArrayList<>()).add(difference);
    }
    return rows.values().stream()
        .limit(told.most())
        .map(
            row ->
                new Difference.Changed(
                    row.get(0), causes.of(row.get(0)).naming(told.most()), row.size() - 1))
        .toList();
  }

  private static Set<EventLog.Position> positions(
      List<EntityChange> entities, List<Difference.Changed> changed) {
    Set<EventLog.Position> positions = new LinkedHashSet<>();
    entities.stream().map(Difference::position).forEach(positions::add);
    for (Difference.Changed cell : changed) {
      cell.cause().entities().stream()
          .map(part -> Difference.position(part.entity()))
          .forEach(positions::add);
    }
    return positions;
  }

  private static List<String> remarks(Cut from, Cut to, Explainer explainer) {
    List<String> remarks = new ArrayList<>();
    if (!from.getAsOf().equals(to.getAsOf())) {
      remarks.add(
          "the first cut is as of %s, the second as of %s: open periods change with the day, without any event"
              .formatted(from.getAsOf(), to.getAsOf()));
    }
    if (!from.getCatalogue().equals(to.getCatalogue())) {
      remarks.add(
          "the definitions changed between the cuts, and with them cells without any event");
    }
    if (!explainer.isOfSameCatalogue()) {
      remarks.add(
          "the second cut was computed with other definitions than these, by which entities are"
              + " found here");
    }
    return remarks;
  }

  private static String row(IndicatorValue cell) {
    return String.join(
        "|",
        cell.getIndicator(),
        cell.getGroup(),
        cell.getRegion(),
        cell.getBreakdown(),
        cell.getUnit());
  }
}
