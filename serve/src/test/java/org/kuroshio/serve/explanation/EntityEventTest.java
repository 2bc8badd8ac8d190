package org.kuroshio.serve.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.event.Provenance;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.schemas.venture.VentureEvent;

class EntityEventTest {
  private final Topics topics = Fixtures.topics(1);

  @Test
  void shouldTellTheReasonOfACorrectionFromItsPosition() {
    VentureEvent event = Events.venture("a").source("manual").version(3).build();
    event.setProvenance(
        Provenance.newBuilder(event.getProvenance())
            .setUri("fix.csv")
            .setPosition("line 2; reason: register entry of 2008-05-02; by: root")
            .build());

    EntityEvent read = EntityEvent.of(event);

    assertThat(read.position()).isEqualTo("line 2");
    assertThat(read.reason()).contains("register entry of 2008-05-02; by: root");
    assertThat(read.record()).isEqualTo("Venture");
    assertThat(read.inWords())
        .isEqualTo("fix.csv, line 2; reason: register entry of 2008-05-02; by: root");
  }

  @Test
  void shouldReadTheEventsAtTheirPlacesAndLeaveOutForgottenIds() {
    Source ventures = new Source(topics.ventures().name(), 0);
    MemoryEventLog log =
        new MemoryEventLog(topics)
            .with(Events.venture("a").standsFor(7).build(), Events.venture("b").withdrawn().build())
            .forgetting(topics.ventures(), "c");
    List<EventLog.Position> places =
        List.of(0L, 1L, 2L).stream().map(o -> new EventLog.Position(ventures, o)).toList();

    Map<EventLog.Position, EntityEvent> events = new EventReader(log, topics).read(places);

    assertThat(events).containsOnlyKeys(places.get(0), places.get(1));
    assertThat(events.get(places.get(0)).inWords())
        .isEqualTo("file:fixture.csv, row 1; stands for 7; RECONSTRUCTED");
    assertThat(events.get(places.get(1)).op()).isEqualTo("WITHDRAW");
    assertThat(events.get(places.get(1)).record()).isEmpty();
  }
}
