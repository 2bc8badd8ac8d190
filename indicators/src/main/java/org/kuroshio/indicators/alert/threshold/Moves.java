package org.kuroshio.indicators.alert.threshold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.condition.Finding;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.AlertCondition;

/**
 * Readings that have not settled yet, and moves that are being told. What was settled last stands
 * in the conditions, so that a restart compares with the same.
 */
final class Moves {
  private static final String SETTLED = "settled";

  private record Waiting(AlertRule<MoveTest> rule, MoveTest.Reading reading, Instant since) {}

  private final List<AlertRule<MoveTest>> rules;
  private final Conditions conditions;
  private final Map<String, Waiting> waiting = new TreeMap<>();

  Moves(List<AlertRule<MoveTest>> rules, Conditions conditions) {
    this.rules = List.copyOf(rules);
    this.conditions = conditions;
  }

  List<AlertRule<MoveTest>> rules() {
    return rules;
  }

  void read(AlertRule<MoveTest> rule, IndicatorTable table, Instant now) {
    for (MoveTest.Reading reading : rule.test().read(table)) {
      String key = Conditions.key(rule.id(), reading.subject());
      Waiting before = waiting.get(key);
      if (before == null || !before.reading().settled().equals(reading.settled())) {
        boolean known = reading.settled().equals(settled(rule, reading).orElse(null));
        if (known) {
          waiting.remove(key);
        } else {
          waiting.put(key, new Waiting(rule, reading, now));
        }
      }
    }
  }

  void tick(Instant now) {
    List<Waiting> ready = new ArrayList<>();
    waiting
        .values()
        .removeIf(
            w -> {
              boolean over = !w.since().plus(w.rule().test().settle()).isAfter(now);
              return over && ready.add(w);
            });
    ready.forEach(w -> settle(w.rule(), w.reading(), now));
    for (AlertRule<MoveTest> rule : rules) {
      expire(rule, now);
    }
  }

  private void settle(AlertRule<MoveTest> rule, MoveTest.Reading reading, Instant now) {
    Optional<String> from = settled(rule, reading);
    if (from.isEmpty()) {
      conditions.remember(rule, reading.subject(), Map.of(SETTLED, reading.settled()), now);
      return;
    }
    rule.test()
        .moved(from.get(), reading.settled())
        .ifPresent(move -> conditions.raise(finding(rule, reading, from.get(), move), now));
  }

  private Optional<String> settled(AlertRule<MoveTest> rule, MoveTest.Reading reading) {
    return conditions.told(rule.id(), reading.subject()).map(told -> told.getValues().get(SETTLED));
  }

  private void expire(AlertRule<MoveTest> rule, Instant now) {
    for (AlertCondition told : conditions.raised()) {
      if (told.getRule().equals(rule.id()) && !told.getAt().plus(rule.test().keep()).isAfter(now)) {
        conditions.clear(told, Reason.EXPIRED, now);
      }
    }
  }

  private static Finding finding(
      AlertRule<MoveTest> rule, MoveTest.Reading reading, String from, String move) {
    Verdict verdict = reading.verdict();
    Map<String, String> values = new HashMap<>(verdict.values());
    values.put(SETTLED, reading.settled());
    values.put("before", from);
    values.put("moved", move);
    return new Finding(
        rule,
        reading.subject(),
        from + " to " + reading.settled(),
        values,
        verdict.labels(),
        rule.message()
            .filled(
                (name, language) ->
                    values.containsKey(name)
                        ? values.get(name)
                        : verdict.words().word(name, language)),
        List.of());
  }
}
