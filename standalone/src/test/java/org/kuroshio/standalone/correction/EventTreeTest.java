package org.kuroshio.standalone.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.entity.EventContext;
import org.kuroshio.schemas.entity.EventDefaults;
import org.kuroshio.schemas.entity.EventJson;
import org.kuroshio.schemas.event.Provenance;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.standalone.simulation.SimulatedEvent;
import org.kuroshio.standalone.simulation.Simulation;

class EventTreeTest {
  private static final EventDefaults UNUSED =
      new EventDefaults(
          "none", Instant.EPOCH, new Provenance("none", "none", "0".repeat(64), null));

  @Test
  void shouldReadEverySimulatedEventBackAsItWas() {
    // Given
    Simulation simulation = new Simulation(3);

    // When
    for (int i = 0; i < 3000; i++) {
      SimulatedEvent event = simulation.next();
      SpecificRecord envelope = event.event().value().orElseThrow();

      // Then: it also obeys every rule that events from outside must obey
      assertThat(
              EventJson.envelope(
                  event.event().stream(), EventTree.of(envelope), UNUSED, EventContext.NONE))
          .isEqualTo(event.event());
    }
  }

  @Test
  void shouldKeepEveryDigitAndEveryKindOfField() {
    // Given
    List<SpecificRecord> events =
        List.of(
            Events.funding("f").build(),
            Events.project("p").standsFor(14).build(),
            Events.application("a").build(),
            Events.observation("o").build(),
            Events.reportedFigure("r").build(),
            Events.coverage("c").build(),
            Events.registryChange("n").version(999_999_999_999_999_999L).build(),
            Events.venture("w").withdrawn().build(),
            Events.venture("v").withdrawnWithState().build());

    // Then
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(
                        EventJson.event(
                                EventTree.of(event).put("stream", stream(event)),
                                UNUSED,
                                EventContext.NONE)
                            .value())
                    .contains(event));
  }

  private static String stream(SpecificRecord event) {
    return java.util.Arrays.stream(org.kuroshio.schemas.entity.EventStream.values())
        .filter(stream -> stream.envelopeType() == event.getClass())
        .findFirst()
        .orElseThrow()
        .label();
  }
}
