package org.kuroshio.serve.delivery.settings;

import java.util.List;
import java.util.Set;
import org.kuroshio.schemas.table.Alert;

/**
 * Which transitions of which alerts a channel gets.
 *
 * @param severities {@code info}, {@code warning}, {@code critical}; empty for all
 * @param rules ids of rules, or their beginnings followed by {@code *}; empty for all
 * @param transitions as in {@code Alert.transition}; empty for all but PENDING, which nobody has to
 *     act on
 */
public record Selection(List<String> severities, List<String> rules, List<String> transitions) {
  public static final Set<String> SEVERITIES = Set.of("info", "warning", "critical");
  public static final Set<String> TRANSITIONS =
      Set.of("PENDING", "FIRED", "CHANGED", "ACKNOWLEDGED", "SNOOZED", "SNOOZE_OVER", "RESOLVED");
  public static final Selection ALL = new Selection(List.of(), List.of(), List.of());

  public Selection {
    severities = List.copyOf(severities);
    rules = List.copyOf(rules);
    transitions = List.copyOf(transitions);
  }

  /** Whether the channel is about this alert at all, in whatever state it is. */
  public boolean concerns(Alert alert) {
    return (severities.isEmpty() || severities.contains(alert.getSeverity()))
        && (rules.isEmpty() || rules.stream().anyMatch(rule -> matches(rule, alert.getRule())));
  }

  /** Whether the channel tells of this transition. */
  public boolean takes(Alert alert) {
    return concerns(alert) && told(alert);
  }

  /** One that never fired is resolved without anybody having heard of it. */
  private boolean told(Alert alert) {
    if (transitions.isEmpty()) {
      return !alert.getTransition().equals("PENDING")
          && (!alert.getTransition().equals("RESOLVED") || alert.getFiredAt() != null);
    }
    return transitions.contains(alert.getTransition());
  }

  private static boolean matches(String pattern, String rule) {
    return pattern.endsWith("*")
        ? rule.startsWith(pattern.substring(0, pattern.length() - 1))
        : rule.equals(pattern);
  }
}
