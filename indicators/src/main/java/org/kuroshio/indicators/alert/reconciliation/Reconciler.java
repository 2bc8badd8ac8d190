package org.kuroshio.indicators.alert.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.IndicatorValue;

/**
 * Compares every figure with the computed value of its cell, and columns of figures with their sum.
 * While facts are pouring in a value is not compared: it must have stood for a while, in a cut that
 * holds what was under way by then. One thread.
 */
public final class Reconciler {
  private record Waiting(String standing, Instant since, Coverage underWay) {}

  private final List<AlertRule<ReportedTest>> rules;
  private final FigureBook figures;
  private final IndicatorTable table;
  private final Conditions conditions;
  private final Hypotheses hypotheses;
  private final FigureWords words;
  private final Regions regions;
  private final Map<String, Waiting> waiting = new HashMap<>();
  private boolean all = true;
  private boolean unsettled;

  /**
   * @param figures changed by the caller
   * @param table all cells, as of the last cut; changed by the caller
   * @param conditions of these rules alone
   */
  public Reconciler(
      List<AlertRule<ReportedTest>> rules,
      FigureBook figures,
      IndicatorTable table,
      Conditions conditions,
      Catalogue catalogue,
      Regions regions) {
    this.rules = List.copyOf(rules);
    this.figures = figures;
    this.table = table;
    this.conditions = conditions;
    this.hypotheses = new Hypotheses(catalogue, regions);
    this.words = new FigureWords(catalogue, regions);
    this.regions = regions;
  }

  /** A cut has ended: cells may be others than before. */
  public void cut() {
    all = true;
  }

  /** It is that time now; looks at nothing if neither figures nor cells changed. */
  public void tick(Instant now) {
    if (table.cut().isEmpty()) {
      return;
    }
    if (figures.drainChanged() || all || unsettled) {
      all = false;
      unsettled = false;
      conditions.keepOnly(rules, now);
      for (AlertRule<ReportedTest> rule : rules) {
        Set<String> subjects =
            rule.test() instanceof ReportedTest.Differs differs
                ? differ(rule, differs, now)
                : sums(rule, (ReportedTest.ColumnSum) rule.test(), now);
        clearOthers(rule, subjects, now);
      }
    }
  }

  /** Returns the figures that differ or may yet. */
  private Set<String> differ(AlertRule<ReportedTest> rule, ReportedTest.Differs test, Instant now) {
    Set<String> subjects = new HashSet<>();
    for (Figure figure : figures.all()) {
      Optional<Rational> computed = cell(figure).flatMap(Reconciler::number);
      Optional<Rational> gap = computed.map(figure::gap).filter(g -> !g.isZero());
      if (gap.isPresent()) {
        subjects.add(figure.entityId());
        String standing = figure.text() + " against " + computed.get().exactText();
        if (hasStood(rule, figure.entityId(), standing, test.settle(), now)) {
          List<Hypothesis> found = hypotheses.of(figure, computed.get(), table);
          conditions.raise(words.differs(rule, figure, computed.get(), gap.get(), found), now);
        }
      }
    }
    return subjects;
  }

  private Set<String> sums(AlertRule<ReportedTest> rule, ReportedTest.ColumnSum test, Instant now) {
    Set<String> subjects = new HashSet<>();
    for (Column column : Column.of(figures.all(), regions)) {
      Optional<Rational> computed = computed(column);
      if (computed.isPresent() && !computed.get().equals(column.published())) {
        subjects.add(column.subject());
        String standing = column.published() + " against " + computed.get();
        if (hasStood(rule, column.subject(), standing, test.settle(), now)) {
          conditions.raise(words.sum(rule, column, computed.get()), now);
        }
      }
    }
    return subjects;
  }

  /** The sum of the computed values; empty unless each figure is its value, rounded correctly. */
  private Optional<Rational> computed(Column column) {
    Rational sum = Rational.ZERO;
    for (Figure figure : column.figures()) {
      Optional<Rational> value = cell(figure).flatMap(Reconciler::number);
      if (value.filter(figure::fits).isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(value.get());
    }
    return Optional.of(sum);
  }

  private boolean hasStood(
      AlertRule<ReportedTest> rule, String subject, String standing, Duration settle, Instant now) {
    String key = Conditions.key(rule.id(), subject);
    Waiting before = waiting.get(key);
    if (before == null || !before.standing().equals(standing)) {
      before = new Waiting(standing, now, new Coverage(figures.through()));
      waiting.put(key, before);
    }
    boolean stood =
        !before.since().plus(settle).isAfter(now)
            && before.underWay().isIn(table.cut().orElseThrow());
    unsettled |= !stood;
    return stood;
  }

  /** Whatever is raised and does not differ any more was corrected, here or there. */
  private void clearOthers(AlertRule<ReportedTest> rule, Set<String> subjects, Instant now) {
    waiting
        .keySet()
        .removeIf(
            key ->
                key.startsWith(rule.id() + "|")
                    && !subjects.contains(key.substring(rule.id().length() + 1)));
    for (AlertCondition told : conditions.raised()) {
      if (told.getRule().equals(rule.id()) && !subjects.contains(told.getSubject())) {
        conditions.clear(told, Reason.CORRECTED, now);
      }
    }
  }

  private Optional<IndicatorValue> cell(Figure figure) {
    return table.cells(figure.indicator(), figure.period(), figure.breakdown()).stream()
        .filter(
            cell ->
                cell.getGroup().equals(figure.group())
                    && cell.getRegion().equals(figure.region())
                    && cell.getUnit().equals(figure.unit()))
        .findFirst();
  }

  private static Optional<Rational> number(IndicatorValue cell) {
    String text = cell.getExact() == null ? cell.getValue() : cell.getExact();
    return Optional.ofNullable(text).map(Rational::parse);
  }
}
