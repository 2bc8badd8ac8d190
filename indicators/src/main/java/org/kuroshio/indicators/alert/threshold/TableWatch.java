package org.kuroshio.indicators.alert.threshold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.condition.Finding;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.schemas.table.AlertCondition;

/**
 * What rules say of the cells that they read. Of each cut only the rules are asked whose indicators
 * changed in it. One thread.
 */
public final class TableWatch {
  private final List<AlertRule<CellTest>> cells;
  private final WatchedCells watched;
  private final Conditions conditions;
  private final Moves moves;
  private LocalDate asOf;

  /**
   * @param watched as restored; changed by the caller, before {@link #cut}
   * @param conditions of these rules alone
   */
  public TableWatch(
      List<AlertRule<CellTest>> cells,
      List<AlertRule<MoveTest>> moves,
      WatchedCells watched,
      Conditions conditions) {
    this.cells = List.copyOf(cells);
    this.watched = watched;
    this.conditions = conditions;
    this.moves = new Moves(moves, conditions);
  }

  /** A cut of the tables has ended. */
  public void cut(Instant now) {
    if (asOf != null) {
      judge(now);
    }
  }

  /** It is that time now: moves settle and are told long enough. The first call judges all. */
  public void tick(Instant now) {
    if (asOf == null && watched.table().cut().isPresent()) {
      judge(now);
    }
    moves.tick(now);
  }

  private void judge(Instant now) {
    Map<String, Set<String>> touched = watched.drain();
    LocalDate day = watched.table().cut().orElseThrow().getAsOf();
    boolean all = !day.equals(asOf);
    asOf = day;
    for (AlertRule<CellTest> rule : cells) {
      Set<String> periods = new HashSet<>();
      rule.test().indicators().forEach(i -> periods.addAll(touched.getOrDefault(i, Set.of())));
      if (all || !periods.isEmpty()) {
        judge(rule, periods, now);
      }
    }
    for (AlertRule<MoveTest> rule : moves.rules()) {
      if (all || rule.test().indicators().stream().anyMatch(touched::containsKey)) {
        moves.read(rule, watched.table(), now);
      }
    }
  }

  private void judge(AlertRule<CellTest> rule, Set<String> periods, Instant now) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    rule.test()
        .judge(watched.table(), periods)
        .forEach(verdict -> verdicts.put(verdict.subject(), verdict));
    for (Verdict verdict : verdicts.values()) {
      switch (verdict.standing()) {
        case RAISED -> conditions.raise(finding(rule, verdict), now);
        case QUIET ->
            conditions
                .told(rule.id(), verdict.subject())
                .ifPresent(
                    told ->
                        conditions.clear(
                            told, verdict.closed() ? Reason.CORRECTED : Reason.RECOVERED, now));
        case BETWEEN -> {
          // it stays as it is until it crosses one of the two levels
        }
      }
    }
    if (rule.test().namesAll()) {
      for (AlertCondition told : conditions.raised()) {
        if (told.getRule().equals(rule.id()) && !verdicts.containsKey(told.getSubject())) {
          conditions.clear(told, Reason.EXPIRED, now);
        }
      }
    }
  }

  private static Finding finding(AlertRule<?> rule, Verdict verdict) {
    return new Finding(
        rule,
        verdict.subject(),
        "",
        verdict.values(),
        verdict.labels(),
        rule.message().filled(verdict.words()),
        List.of());
  }
}
