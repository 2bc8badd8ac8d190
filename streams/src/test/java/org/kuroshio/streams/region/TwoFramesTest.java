package org.kuroshio.streams.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.schemas.topic.Topics;

class TwoFramesTest {
  private static final IndicatorValue CELL =
      IndicatorValue.newBuilder()
          .setIndicator("venture.stock")
          .setVersion(1)
          .setGroup("")
          .setRegion("JP-13")
          .setPeriod("FY2007")
          .setBreakdown("")
          .setUnit("firms")
          .setValue("428")
          .setStatus(Status.NORMAL)
          .setCut("0123456789abcdef")
          .setUpdatedAt(Instant.EPOCH)
          .build();

  @Test
  void shouldEncodeOnceWhereBothTopicsHaveOneId() {
    Topics topics = Fixtures.topics();
    TwoFrames frames = new TwoFrames(topics.indicators(), topics.indicatorHistory());

    byte[] told = frames.inTables(CELL);

    assertThat(read(topics, told)).isEqualTo(CELL);
    assertThat(frames.inHistory(CELL, told)).isSameAs(told);
  }

  @Test
  void shouldKeepTheIdThatARegistryGaveTheHistory() {
    Topics topics = Topics.of(new IdsBySubject());
    TwoFrames frames = new TwoFrames(topics.indicators(), topics.indicatorHistory());

    byte[] told = frames.inTables(CELL);
    byte[] kept = frames.inHistory(CELL, told);

    assertThat(kept)
        .isNotEqualTo(told)
        .isEqualTo(
            topics
                .indicatorHistory()
                .values()
                .serializer()
                .serialize(topics.indicatorHistory().name(), CELL));
    assertThat(read(topics, told)).isEqualTo(CELL);
  }

  private static SpecificRecord read(Topics topics, byte[] framed) {
    return topics.indicators().values().deserializer().deserialize("any", framed);
  }

  /** A registry that numbers what is registered under another subject anew. */
  private static final class IdsBySubject implements SchemaIds {
    private final SchemaIds bundled = Fixtures.ids();

    @Override
    public int idOf(String subject, Schema schema) {
      return subject.contains("history") ? 7 : bundled.idOf(subject, schema);
    }

    @Override
    public Schema schemaOf(int id) {
      return bundled.schemaOf(id);
    }
  }
}
