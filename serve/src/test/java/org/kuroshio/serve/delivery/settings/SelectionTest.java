package org.kuroshio.serve.delivery.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.serve.delivery.fixture.Alerts;

class SelectionTest {
  @Test
  void shouldTakeRulesByNameOrBeginning() {
    assertThat(rules("milestone.overdue").takes(Alerts.fired(1))).isTrue();
    assertThat(rules("milestone.*").takes(Alerts.fired(1))).isTrue();
    assertThat(rules("milestone.over").takes(Alerts.fired(1))).isFalse();
    assertThat(rules("venture.*").takes(Alerts.fired(1))).isFalse();
  }

  @Test
  void shouldNotTellOfAnEndWhoseBeginningWasNeverTold() {
    assertThat(Selection.ALL.takes(Alerts.resolved(1, Alerts.FIRED_AT))).isTrue();
    assertThat(
            Selection.ALL.takes(
                org.kuroshio.schemas.table.Alert.newBuilder(Alerts.resolved(1, Alerts.FIRED_AT))
                    .setFiredAt(null)
                    .build()))
        .isFalse();
  }

  @Test
  void shouldLeavePendingOnesToWhoAsksForThem() {
    var pending = Alerts.draft(1).setTransition("PENDING").setFiredAt(null).build();

    assertThat(Selection.ALL.takes(pending)).isFalse();
    assertThat(new Selection(List.of(), List.of(), List.of("PENDING")).takes(pending)).isTrue();
  }

  private static Selection rules(String... rules) {
    return new Selection(List.of(), List.of(rules), List.of());
  }
}
