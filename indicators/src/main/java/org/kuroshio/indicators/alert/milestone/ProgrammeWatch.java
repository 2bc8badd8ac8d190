package org.kuroshio.indicators.alert.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.condition.Finding;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.table.AlertCondition;

/**
 * All programme facts, and which rules hold for them today. What is raised after any sequence of
 * states and days depends on the last state of each entity and on the last day alone. A day costs
 * as much as there are facts for which something changes on it. One thread.
 */
public final class ProgrammeWatch {
  private final List<AlertRule<MilestoneTest>> rules;
  private final Conditions conditions;
  private final Map<String, Fact> facts = new HashMap<>();
  private final Map<String, Set<String>> byProject = new HashMap<>();
  private final WithdrawnProjects withdrawn = new WithdrawnProjects();
  private final Turns turns = new Turns();
  private LocalDate today;

  /**
   * @param conditions of these rules alone
   */
  public ProgrammeWatch(List<AlertRule<MilestoneTest>> rules, Conditions conditions) {
    this.rules = List.copyOf(rules);
    this.conditions = conditions;
  }

  /** How many entities it knows. */
  public int size() {
    return facts.size();
  }

  /**
   * Takes the state of an entity without asking what follows, as while restoring; {@link #day} of
   * the first day asks of all.
   */
  public void load(String entityId, ProgramEvent state) {
    put(entityId, state);
  }

  /** Takes the new state of an entity and finds what follows for it and for what belongs to it. */
  public void apply(String entityId, ProgramEvent state, Instant at) {
    Set<String> touched = put(entityId, state);
    if (today != null) {
      touched.forEach(subject -> judge(subject, at));
    }
  }

  /**
   * It is that day now. The first day judges every fact, later ones those that it changes something
   * for; a clock that was put back judges all again.
   */
  public void day(LocalDate day, Instant at) {
    if (day.equals(today)) {
      return;
    }
    boolean all = today == null || day.isBefore(today);
    today = day;
    if (all) {
      conditions.keepOnly(rules, at);
      Set<String> subjects = new TreeSet<>(facts.keySet());
      conditions.raised().forEach(condition -> subjects.add(condition.getSubject()));
      subjects.forEach(subject -> judge(subject, at));
    } else {
      turns.through(day).forEach(subject -> judge(subject, at));
    }
  }

  private Set<String> put(String entityId, ProgramEvent state) {
    Optional<Fact> fact = state == null ? Optional.empty() : Facts.of(state);
    Fact before = fact.isPresent() ? facts.put(entityId, fact.get()) : facts.remove(entityId);
    Set<String> touched = new TreeSet<>();
    touched.add(entityId);
    link(before, entityId, false);
    link(fact.orElse(null), entityId, true);
    for (String project : withdrawn.apply(entityId, state)) {
      touched.addAll(byProject.getOrDefault(project, Set.of()));
    }
    if (fact.isEmpty()) {
      turns.forget(entityId);
    }
    return touched;
  }

  private void link(Fact fact, String entityId, boolean there) {
    if (fact == null || fact.project() == null) {
      return;
    }
    if (there) {
      byProject.computeIfAbsent(fact.project(), p -> new TreeSet<>()).add(entityId);
    } else {
      byProject.computeIfPresent(
          fact.project(),
          (project, subjects) -> {
            subjects.remove(entityId);
            return subjects.isEmpty() ? null : subjects;
          });
    }
  }

  private void judge(String subject, Instant at) {
    Fact fact = facts.get(subject);
    boolean counts = fact != null && !withdrawn.contains(fact.project());
    Map<String, AlertCondition> raised = conditions.raised(subject);
    for (AlertRule<MilestoneTest> rule : rules) {
      Optional<Map<String, String>> holds =
          counts ? rule.test().holds(fact, today) : Optional.empty();
      if (holds.isPresent()) {
        conditions.raise(finding(rule, fact, holds.get()), at);
      } else if (raised.containsKey(rule.id())) {
        AlertCondition told = raised.get(rule.id());
        conditions.clear(
            told, counts ? rule.test().ended(told.getValues(), fact, today) : Reason.CORRECTED, at);
      }
    }
    if (fact != null) {
      turns.next(subject, nextTurn(fact));
    }
  }

  private Optional<LocalDate> nextTurn(Fact fact) {
    TreeSet<LocalDate> days = new TreeSet<>();
    rules.forEach(rule -> days.addAll(rule.test().turns(fact)));
    if (fact instanceof Fact.MilestoneFact milestone && milestone.reachedOn() != null) {
      days.add(milestone.reachedOn());
    }
    return Optional.ofNullable(days.higher(today));
  }

  private static Finding finding(
      AlertRule<MilestoneTest> rule, Fact fact, Map<String, String> found) {
    Map<String, String> values = new TreeMap<>(Values.of(fact));
    values.putAll(found);
    Map<String, String> labels = new TreeMap<>();
    labels.put("family", "milestone");
    labels.put("region", fact.region());
    if (fact.project() != null) {
      labels.put("project", fact.project());
    }
    return new Finding(
        rule,
        fact.entityId(),
        Values.mark(values),
        values,
        labels,
        rule.message()
            .filled(
                (name, language) -> name.equals("name") ? fact.name(language) : values.get(name)),
        List.of(fact.entityId()));
  }
}
