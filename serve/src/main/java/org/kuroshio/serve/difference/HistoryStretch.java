package org.kuroshio.serve.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.serve.table.UnansweredException;

/**
 * Folds the history of the tables up to one cut, and on to another, and remembers what cells that
 * change on the way were before. One pass; one thread.
 */
final class HistoryStretch implements TopicScan.Records<SpecificRecord> {
  private final End from;
  private final End to;
  private final IndicatorTable table = new IndicatorTable();
  private final Map<String, IndicatorValue> pending = new LinkedHashMap<>();
  private final Map<String, IndicatorValue> before = new HashMap<>();
  private Cut first;
  private Cut last;
  private Cut fromCut;
  private Cut toCut;
  private boolean toCameFirst;

  HistoryStretch(End from, End to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public boolean take(String key, SpecificRecord value) {
    if (!(value instanceof Cut cut)) {
      pending.put(key, (IndicatorValue) value);
      return true;
    }
    first = first == null ? cut : first;
    last = cut;
    if (fromCut == null && from.isBefore(cut)) {
      fromCut = table.cut().orElseThrow(() -> none(from));
    }
    return fromCut == null ? towardsFrom(cut) : towardsTo(cut);
  }

  private boolean towardsFrom(Cut cut) {
    apply(cut);
    if (!from.is(cut)) {
      toCameFirst |= to.is(cut);
      return true;
    }
    fromCut = cut;
    toCut = to.is(cut) ? cut : null;
    return toCut == null;
  }

  private boolean towardsTo(Cut cut) {
    if (to.isBefore(cut)) {
      toCut = table.cut().orElseThrow();
      return false;
    }
    for (String key : pending.keySet()) {
      if (!before.containsKey(key)) {
        before.put(key, table.cell(key).orElse(null));
      }
    }
    apply(cut);
    toCut = to.is(cut) ? cut : null;
    return toCut == null;
  }

  private void apply(Cut cut) {
    pending.forEach(table::apply);
    pending.clear();
    table.apply(cut);
  }

  /** To be called once, when everything was taken that there is, or was asked for. */
  Stretch finish() {
    if (last == null) {
      throw new UnansweredException(
          UnansweredException.Why.NO_TABLES,
          "there are no tables yet: load a source first (kuroshio load SOURCE)");
    }
    if (fromCut == null) {
      if (!from.isLastOfAll()) {
        throw none(from);
      }
      fromCut = table.cut().orElseThrow(() -> none(from));
    }
    if (toCut == null) {
      if (!to.isLastOfAll()) {
        throw toCameFirst ? backwards() : none(to);
      }
      toCut = table.cut().orElseThrow();
    }
    if (to.isBefore(fromCut)) {
      throw backwards();
    }
    return new Stretch(fromCut, toCut, table, differences());
  }

  private List<CellDifference> differences() {
    List<CellDifference> differences = new ArrayList<>();
    before.forEach(
        (key, old) ->
            CellDifference.of(key, old, table.cell(key).orElse(null)).ifPresent(differences::add));
    return differences;
  }

  private UnansweredException none(End end) {
    return new UnansweredException(
        UnansweredException.Why.NO_SUCH_CUT,
        "there is no %s; the first is %s of %s, the last that was read %s of %s"
            .formatted(end, first.getCut(), first.getAt(), last.getCut(), last.getAt()));
  }

  private UnansweredException backwards() {
    return new UnansweredException(
        UnansweredException.Why.WRONG_ORDER,
        "the %s (--to) lies before the %s (--from): give them the other way round"
            .formatted(to, from));
  }
}
