package org.kuroshio.indicators.alert.threshold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.condition.Finding;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;

/** Sources against the clock: there are few, so each tick looks at all of them. One thread. */
public final class SourceWatch {
  private final List<AlertRule<SourceTest>> rules;
  private final Map<String, SourceStatus> statuses;
  private final RejectionCounts rejections;
  private final Conditions conditions;

  /**
   * @param statuses by Kafka key, as they come; changed by the caller
   * @param rejections changed by the caller
   * @param conditions of these rules and those of tables
   */
  public SourceWatch(
      List<AlertRule<SourceTest>> rules,
      Map<String, SourceStatus> statuses,
      RejectionCounts rejections,
      Conditions conditions) {
    this.rules = List.copyOf(rules);
    this.statuses = statuses;
    this.rejections = rejections;
    this.conditions = conditions;
  }

  public void tick(Instant now) {
    for (AlertRule<SourceTest> rule : rules) {
      if (rule.test() instanceof SourceTest.Silent silent) {
        statuses.forEach((key, status) -> silent(rule, silent, key, status, now));
      } else if (rule.test() instanceof SourceTest.RejectedGrowing growing) {
        rejections.sources().forEach(source -> growing(rule, growing, source, now));
      }
    }
  }

  private void silent(
      AlertRule<SourceTest> rule,
      SourceTest.Silent silent,
      String key,
      SourceStatus status,
      Instant now) {
    Instant last = Optional.ofNullable(status.getLastSuccessAt()).orElse(status.getAt());
    Duration allowed =
        status.getRhythmSeconds() == null
            ? silent.otherwise()
            : Duration.ofSeconds(status.getRhythmSeconds()).multipliedBy(silent.rhythms());
    boolean isSilent = status.getState() != SourceState.DONE && last.plus(allowed).isBefore(now);
    Map<String, String> values = new TreeMap<>();
    values.put("source", status.getSource());
    values.put("slice", status.getSlice());
    values.put("last", last.toString());
    values.put("error", Optional.ofNullable(status.getError()).orElse("-"));
    tell(rule, key, status.getSource(), isSilent, values, now);
  }

  private void growing(
      AlertRule<SourceTest> rule, SourceTest.RejectedGrowing growing, String source, Instant now) {
    long count = rejections.within(source, growing.within(), now);
    Map<String, String> values = new TreeMap<>();
    values.put("source", source);
    values.put("count", Long.toString(count));
    values.put("minutes", Long.toString(growing.within().toMinutes()));
    tell(rule, source, source, count > growing.more(), values, now);
  }

  private void tell(
      AlertRule<SourceTest> rule,
      String subject,
      String source,
      boolean holds,
      Map<String, String> values,
      Instant now) {
    if (holds) {
      conditions.raise(
          new Finding(
              rule,
              subject,
              "",
              values,
              Map.of("family", "threshold", "source", source),
              rule.message().filled(values),
              List.of()),
          now);
    } else {
      conditions
          .told(rule.id(), subject)
          .ifPresent(told -> conditions.clear(told, Reason.RECOVERED, now));
    }
  }
}
