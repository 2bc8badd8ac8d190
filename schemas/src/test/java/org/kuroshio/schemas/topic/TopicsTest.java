package org.kuroshio.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;

class TopicsTest {
  @Test
  void shouldHaveTheNamesThatChecksRelyOn() {
    assertThat(Fixtures.topics().all())
        .extracting(Topic::name)
        .containsExactly(
            "innovation.programs",
            "innovation.patents",
            "innovation.ventures",
            "innovation.reference",
            "innovation.base-sums",
            "innovation.indicators",
            "innovation.indicator-history",
            "innovation.programme-states",
            "innovation.alert-conditions",
            "innovation.alerts",
            "innovation.alert-history",
            "innovation.commands",
            "innovation.rejected",
            "innovation.source-status");
  }

  @Test
  void shouldPutPrefixInFrontOfEveryName() {
    TopicSettings settings = TopicSettings.DEFAULT.withPrefix("test.");

    assertThat(Topics.of(Fixtures.ids(), settings).all())
        .allSatisfy(topic -> assertThat(topic.name()).startsWith("test.innovation."));
  }

  @Test
  void shouldNeverForgetEvents() {
    assertThat(Fixtures.topics(7).events())
        .hasSize(4)
        .allSatisfy(
            topic -> {
              assertThat(topic.partitions()).isEqualTo(7);
              assertThat(topic.configs())
                  .containsEntry("cleanup.policy", "delete")
                  .containsEntry("retention.ms", "-1")
                  .containsEntry("retention.bytes", "-1")
                  .containsEntry("message.timestamp.type", "CreateTime");
            });
  }

  @Test
  void shouldKeepTablesInOnePartitionWithTheirCuts() {
    Topics topics = Fixtures.topics();

    assertThat(topics.indicators().cleanup()).isEqualTo(Cleanup.COMPACT);
    assertThat(topics.indicatorHistory().cleanup()).isEqualTo(Cleanup.DELETE);
    assertThat(topics.indicators().partitions()).isOne();
    assertThat(topics.indicators().valueTypes()).containsExactly(IndicatorValue.class, Cut.class);
  }

  @Test
  void shouldRefuseImpossibleSettings() {
    assertThatThrownBy(() -> TopicSettings.DEFAULT.withEventPartitions(0))
        .hasMessageContaining("eventPartitions must be 1 to 1000, was 0");
    assertThatThrownBy(() -> TopicSettings.DEFAULT.withPrefix("a b")).hasMessageContaining("'a b'");
    assertThatThrownBy(() -> new TopicSettings("", 1, (short) 0))
        .hasMessageContaining("replicationFactor");
  }
}
