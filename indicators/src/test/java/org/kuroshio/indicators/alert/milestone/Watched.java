package org.kuroshio.indicators.alert.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.fixture.EventFixture;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.table.AlertCondition;

/** A watch with the shipped rules, and what it said. */
final class Watched {
  static final List<AlertRule<MilestoneTest>> RULES =
      new AlertRules(CatalogueFiles.shipped(List.of()), Regions.shipped())
          .with(List.of())
          .of(MilestoneTest.class);

  private final Conditions conditions = new Conditions();
  private final ProgrammeWatch watch = new ProgrammeWatch(RULES, conditions);
  private final List<AlertCondition> said = new ArrayList<>();
  private LocalDate day = LocalDate.of(2024, 1, 1);

  Watched(String day) {
    on(day);
  }

  Watched on(String date) {
    day = LocalDate.parse(date);
    watch.day(day, now());
    said.addAll(conditions.drain());
    return this;
  }

  Watched state(EventFixture<?, ProgramEvent> fixture) {
    return state(fixture.build());
  }

  Watched state(ProgramEvent event) {
    watch.apply(event.getEntityId(), event, now());
    said.addAll(conditions.drain());
    return this;
  }

  Watched forget(String entityId) {
    watch.apply(entityId, null, now());
    said.addAll(conditions.drain());
    return this;
  }

  /**
   * What was said, in order, as {@code milestone.overdue+} or {@code milestone.overdue-EXPIRED}.
   */
  List<String> said() {
    return said.stream()
        .map(c -> c.getRule() + (c.getRaised() ? "+" : "-" + c.getReason()))
        .toList();
  }

  /** As {@link #said}, of one rule. */
  List<String> said(String rule) {
    return said().stream()
        .filter(text -> text.startsWith(rule))
        .map(text -> text.substring(rule.length()))
        .toList();
  }

  AlertCondition last(String rule) {
    return said.stream().filter(c -> c.getRule().equals(rule)).reduce((a, b) -> b).orElseThrow();
  }

  /** Everything raised: rule and subject with the values. */
  Map<String, Map<String, String>> raised() {
    return conditions.raised().stream()
        .collect(
            Collectors.toMap(
                c -> Conditions.key(c.getRule(), c.getSubject()),
                AlertCondition::getValues,
                (a, b) -> a,
                TreeMap::new));
  }

  private Instant now() {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
