package org.kuroshio.indicators.alert.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.RejectionStage;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;

class SourceWatchTest {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private final Conditions conditions = new Conditions();
  private final Map<String, SourceStatus> statuses = new TreeMap<>();
  private final RejectionCounts rejections = new RejectionCounts(Duration.ofHours(1));
  private final SourceWatch watch =
      new SourceWatch(
          new AlertRules(CatalogueFiles.shipped(List.of()), Regions.shipped())
              .with(List.of())
              .of(SourceTest.class),
          statuses,
          rejections,
          conditions);

  @Test
  void shouldMissASourceThatIsReadNoLonger() {
    status(SourceState.WAITING, 3_600L, 0);
    watch.tick(START.plus(Duration.ofHours(3)));
    watch.tick(START.plus(Duration.ofHours(3)).plusSeconds(1));
    status(SourceState.WAITING, 3_600L, 4);
    watch.tick(START.plus(Duration.ofHours(4)).plusSeconds(1));

    assertThat(said()).containsExactly("source.silent nta|a+", "source.silent nta|a-");
  }

  @Test
  void shouldGiveASourceWithoutARhythmADayAndOneThatIsDoneAllTheTime() {
    status(SourceState.RUNNING, null, 0);
    watch.tick(START.plus(Duration.ofDays(1)));
    assertThat(said()).isEmpty();
    status(SourceState.DONE, null, 0);
    watch.tick(START.plus(Duration.ofDays(30)));

    assertThat(said()).isEmpty();
  }

  @Test
  void shouldTellWhenMoreThanAHundredRecordsAreRejectedWithinAnHour() {
    for (int i = 0; i < 100; i++) {
      reject(START.plusSeconds(i));
    }
    watch.tick(START.plusSeconds(100));
    assertThat(said()).isEmpty();
    reject(START.plusSeconds(100));
    watch.tick(START.plusSeconds(101));
    watch.tick(START.plus(Duration.ofHours(2)));

    assertThat(said()).containsExactly("source.rejected nta+", "source.rejected nta-");
  }

  private void status(SourceState state, Long rhythmSeconds, int lastHour) {
    statuses.put(
        "nta|a",
        SourceStatus.newBuilder()
            .setSource("nta")
            .setSlice("a")
            .setState(state)
            .setAt(START)
            .setLastSuccessAt(START.plus(Duration.ofHours(lastHour)))
            .setRhythmSeconds(rhythmSeconds)
            .setRead(0)
            .setPublished(0)
            .setKnown(0)
            .setIgnored(0)
            .build());
  }

  private void reject(Instant at) {
    rejections.apply(
        Rejection.newBuilder()
            .setSource("nta")
            .setUri("file")
            .setPosition("row 1")
            .setSha256("0")
            .setStage(RejectionStage.PARSE)
            .setReason("too-few-columns")
            .setDetail("")
            .setAt(at)
            .build());
  }

  private List<String> said() {
    return conditions.drain().stream().map(SourceWatchTest::text).toList();
  }

  private static String text(AlertCondition condition) {
    return condition.getRule() + " " + condition.getSubject() + (condition.getRaised() ? "+" : "-");
  }
}
