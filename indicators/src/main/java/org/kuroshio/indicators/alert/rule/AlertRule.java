package org.kuroshio.indicators.alert.rule;

import java.time.Duration;
import java.util.Map;
import org.kuroshio.schemas.yaml.Place;

/**
 * One rule.
 *
 * @param id part of every alert's key: lower case, with dots
 * @param titles by language: en, ja, zh
 * @param description what it is good for, and the rule behind it
 * @param message what its alerts say
 * @param pending how long the test must hold, unchanged, before an alert fires
 * @param kind the word of its test
 * @param place where it stands, for messages
 */
public record AlertRule<T extends Test>(
    String id,
    Severity severity,
    Map<String, String> titles,
    String description,
    Message message,
    Duration pending,
    String kind,
    T test,
    Place place) {
  public AlertRule {
    titles = Map.copyOf(titles);
  }

  public String title(String language) {
    return titles.getOrDefault(language, titles.get("en"));
  }

  /** This rule, if its test is of that type; else null. */
  <U extends Test> AlertRule<U> as(Class<U> type) {
    return type.isInstance(test)
        ? new AlertRule<>(
            id, severity, titles, description, message, pending, kind, type.cast(test), place)
        : null;
  }
}
