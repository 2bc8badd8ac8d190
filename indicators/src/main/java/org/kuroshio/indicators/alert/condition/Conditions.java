package org.kuroshio.indicators.alert.condition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.schemas.table.AlertCondition;

/**
 * The conditions of one detector as they were told, so that only what is new is told again. What
 * was told is all that a detector remembers of its own; the rest follows from facts. One thread.
 */
public final class Conditions {
  private final Map<String, AlertCondition> told = new HashMap<>();
  private final Map<String, Map<String, AlertCondition>> bySubject = new HashMap<>();
  private final List<AlertCondition> news = new ArrayList<>();

  /** The Kafka key of conditions and alerts. */
  public static String key(String rule, String subject) {
    return rule + "|" + subject;
  }

  /** What was told before this detector started. */
  public void known(Collection<AlertCondition> conditions) {
    conditions.forEach(this::keep);
  }

  /** What was told last of a rule and subject, raised or not. */
  public Optional<AlertCondition> told(String rule, String subject) {
    return Optional.ofNullable(told.get(key(rule, subject)));
  }

  public boolean isRaised(String rule, String subject) {
    return told(rule, subject).filter(AlertCondition::getRaised).isPresent();
  }

  /** Everything that is raised, in no order. */
  public List<AlertCondition> raised() {
    return told.values().stream().filter(AlertCondition::getRaised).toList();
  }

  /** What is raised of one subject, by rule. */
  public Map<String, AlertCondition> raised(String subject) {
    Map<String, AlertCondition> raised = new TreeMap<>();
    bySubject
        .getOrDefault(subject, Map.of())
        .forEach(
            (rule, condition) -> {
              if (condition.getRaised()) {
                raised.put(rule, condition);
              }
            });
    return raised;
  }

  /** Says that the rule holds, unless that was said with the same mark. */
  public void raise(Finding finding, Instant at) {
    AlertRule<?> rule = finding.rule();
    AlertCondition before = told.get(finding.key());
    if (before != null && before.getRaised() && before.getMark().equals(finding.mark())) {
      return;
    }
    say(
        AlertCondition.newBuilder()
            .setRule(rule.id())
            .setSubject(finding.subject())
            .setSeverity(rule.severity().word())
            .setRaised(true)
            .setAt(at)
            .setPendingMillis(rule.pending().toMillis())
            .setMark(finding.mark())
            .setValues(finding.values())
            .setLabels(finding.labels())
            .setSummary(finding.summary())
            .setCauses(finding.causes())
            .build());
  }

  /** Says that a raised condition is there no longer; nothing if it is not raised. */
  public void clear(AlertCondition raised, Reason reason, Instant at) {
    AlertCondition before = told.get(key(raised.getRule(), raised.getSubject()));
    if (before != null && before.getRaised()) {
      say(
          AlertCondition.newBuilder(before)
              .setRaised(false)
              .setReason(reason.name())
              .setAt(at)
              .build());
    }
  }

  /** Clears what was raised by rules that are there no longer. */
  public void keepOnly(Collection<? extends AlertRule<?>> rules, Instant at) {
    Set<String> ids = rules.stream().map(AlertRule::id).collect(Collectors.toSet());
    for (AlertCondition condition : raised()) {
      if (!ids.contains(condition.getRule())) {
        clear(condition, Reason.RULE_GONE, at);
      }
    }
  }

  /** Remembers values of a subject without telling anybody that something is wrong. */
  public void remember(AlertRule<?> rule, String subject, Map<String, String> values, Instant at) {
    say(
        AlertCondition.newBuilder()
            .setRule(rule.id())
            .setSubject(subject)
            .setSeverity(rule.severity().word())
            .setRaised(false)
            .setAt(at)
            .setValues(values)
            .build());
  }

  private void say(AlertCondition condition) {
    keep(condition);
    news.add(condition);
  }

  private void keep(AlertCondition condition) {
    told.put(key(condition.getRule(), condition.getSubject()), condition);
    bySubject
        .computeIfAbsent(condition.getSubject(), s -> new HashMap<>())
        .put(condition.getRule(), condition);
  }

  /** What is new since the last call, in the order in which it happened. */
  public List<AlertCondition> drain() {
    List<AlertCondition> drained = List.copyOf(news);
    news.clear();
    return drained;
  }
}
