package org.kuroshio.indicators.alert.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Rules that run together; ids are unique. Immutable. */
public final class RuleSet {
  private final Map<String, AlertRule<?>> rules = new LinkedHashMap<>();

  /**
   * @throws org.kuroshio.schemas.yaml.DefinitionException if two rules have one id
   */
  public RuleSet(Collection<AlertRule<?>> all) {
    for (AlertRule<?> rule : all) {
      AlertRule<?> twin = rules.putIfAbsent(rule.id(), rule);
      if (twin != null) {
        throw rule.place()
            .problem("the rule '" + rule.id() + "' is also defined at " + twin.place());
      }
    }
  }

  /** In the order of the files. */
  public List<AlertRule<?>> all() {
    return List.copyOf(rules.values());
  }

  /** The rules whose test is of that type. */
  public <T extends Test> List<AlertRule<T>> of(Class<T> type) {
    return rules.values().stream().map(rule -> rule.as(type)).filter(Objects::nonNull).toList();
  }

  public Optional<AlertRule<?>> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }
}
