package org.kuroshio.indicators.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Median;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.projection.Item;
import org.kuroshio.indicators.table.BaseTable.Source;

/**
 * Collects the entities behind one number. Keeps those that are shown and what the others come to,
 * so that a million entities take no more room than a few; values that are counted once are all
 * kept. One thread, one question.
 */
public final class Contributors implements Facts.Sink {
  private static final Comparator<Contributor> BY_ID =
      Comparator.comparing(Contributor::entityId).thenComparing(Contributor::names);

  private final CellScope scope;
  private final int most;
  private final Comparator<Contributor> order;
  private final PriorityQueue<Contributor> shown;
  private final Map<BaseKey, Rational> weights = new IdentityHashMap<>();
  private final RunningSum total = new RunningSum();
  private final Map<String, Long> different = new HashMap<>();
  private final TreeMap<Long, Long> days = new TreeMap<>();
  private long entities;
  private long namelessFacts;
  private long uncertain;

  private Source source;
  private long offset;
  private String entityId;
  private final RunningSum adds = new RunningSum();
  private final Map<String, Long> names = new TreeMap<>();
  private final List<Contributor> terms = new ArrayList<>();
  private long nameless;
  private long doubts;

  /**
   * @param most how many entities are shown; the others are counted
   */
  public Contributors(CellScope scope, int most) {
    this.scope = scope;
    this.most = most;
    this.order = order(scope.adding());
    this.shown = new PriorityQueue<>(order.reversed());
  }

  /** Finds everything behind the number. */
  public static Contributions of(CellScope scope, Facts facts, int most) {
    Contributors contributors = new Contributors(scope, most);
    facts.behind(scope.stream(), scope, contributors);
    return contributors.result();
  }

  private static Comparator<Contributor> order(Adding adding) {
    return switch (adding) {
      case SUM -> Comparator.comparing(Contributor::adds).reversed().thenComparing(BY_ID);
      case DIFFERENT -> Comparator.comparing(Contributor::names).thenComparing(BY_ID);
      case MEDIAN ->
          Comparator.comparing((Contributor c) -> c.term().map(Term::days).orElse(0L))
              .thenComparing(BY_ID);
    };
  }

  @Override
  public void fact(Source from, long at, String id, BaseKey cell, long amount) {
    if (!id.equals(entityId) || !from.equals(source)) {
      finish();
      source = from;
      offset = at;
      entityId = id;
    }
    String item = cell.item();
    if (item.equals(Item.UNCERTAIN)) {
      doubts += amount;
    } else if (item.equals(Item.NAMELESS)) {
      nameless += amount;
    } else if (Item.isDistinct(item)) {
      names.merge(item.substring(1), amount, Long::sum);
    } else if (scope.adding() == Adding.MEDIAN) {
      term(Term.of(cell, scope.day()), amount);
    } else if (scope.isFractional()) {
      adds.add(amount, weights.computeIfAbsent(cell, scope::weight));
    } else {
      adds.add(amount);
    }
  }

  private void term(Term term, long amount) {
    days.merge(term.days(), amount, Long::sum);
    terms.add(
        new Contributor(source, offset, entityId, Rational.of(amount), "", Optional.of(term)));
  }

  /** The entity is complete: nothing of it follows. */
  private void finish() {
    boolean counts = !adds.isZero() || !terms.isEmpty() || nameless != 0;
    if (!adds.isZero()) {
      addUp();
    }
    for (Map.Entry<String, Long> name : names.entrySet()) {
      long facts = name.getValue();
      if (facts != 0) {
        counts = true;
        different.merge(name.getKey(), facts, Long::sum);
        show(named(name.getKey(), facts));
      }
    }
    if (nameless != 0) {
      namelessFacts += nameless;
      show(named("", nameless));
    }
    terms.forEach(this::show);
    entities += counts ? 1 : 0;
    uncertain += doubts > 0 ? 1 : 0;
    adds.clear();
    names.clear();
    terms.clear();
    nameless = 0;
    doubts = 0;
  }

  /** Of a million entities most are only counted: nothing is made for those. */
  private void addUp() {
    total.add(adds);
    Rational amount = scope.inUnits(adds.value());
    if (mayBeShown(amount)) {
      show(Contributor.adding(source, offset, entityId, amount));
    }
  }

  private boolean mayBeShown(Rational amount) {
    if (shown.size() < most) {
      return true;
    }
    if (most == 0) {
      return false;
    }
    Contributor last = shown.peek();
    int larger = amount.compareTo(last.adds());
    return larger > 0 || (larger == 0 && entityId.compareTo(last.entityId()) < 0);
  }

  private Contributor named(String name, long facts) {
    return new Contributor(source, offset, entityId, Rational.of(facts), name, Optional.empty());
  }

  private void show(Contributor contributor) {
    if (shown.size() < most) {
      shown.add(contributor);
    } else if (most > 0 && order.compare(contributor, shown.peek()) < 0) {
      shown.poll();
      shown.add(contributor);
    }
  }

  /** Everything that was handed over, put in order; nothing may be handed over after it. */
  public Contributions result() {
    finish();
    List<Contributor> first = new ArrayList<>(shown);
    first.sort(order);
    return new Contributions(scope.adding(), entities, number(), first, namelessFacts, uncertain);
  }

  private Optional<Rational> number() {
    return switch (scope.adding()) {
      case SUM -> Optional.of(scope.inUnits(total.value()));
      case DIFFERENT ->
          namelessFacts > 0
              ? Optional.empty()
              : Optional.of(
                  Rational.of(different.values().stream().filter(facts -> facts != 0).count()));
      case MEDIAN -> Median.of(days);
    };
  }
}
