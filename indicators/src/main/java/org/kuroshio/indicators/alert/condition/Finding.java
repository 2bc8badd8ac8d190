package org.kuroshio.indicators.alert.condition;

import java.util.List;
import java.util.Map;
import org.kuroshio.indicators.alert.rule.AlertRule;

/**
 * A rule holds for a subject.
 *
 * @param mark while it stays the same there is nothing new to tell
 * @param values what caused it
 * @param labels for routing and grouping
 * @param summary one sentence by language
 * @param causes ids of the entities that it comes from
 */
public record Finding(
    AlertRule<?> rule,
    String subject,
    String mark,
    Map<String, String> values,
    Map<String, String> labels,
    Map<String, String> summary,
    List<String> causes) {
  public Finding {
    values = Map.copyOf(values);
    labels = Map.copyOf(labels);
    summary = Map.copyOf(summary);
    causes = List.copyOf(causes);
  }

  public String key() {
    return Conditions.key(rule.id(), subject);
  }
}
