package org.kuroshio.standalone.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.fixture.VentureFixture;
import org.kuroshio.schemas.venture.VentureEvent;

class EntityVersionsTest {
  private static final String ID = "t:1";
  private static final Regions REGIONS = Regions.shipped();
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of(), REGIONS);

  private final EntityVersions versions =
      new EntityVersions(EventStream.VENTURES, CATALOGUE, REGIONS, Fixtures.ids());

  @RepeatedTest(6)
  void shouldFindTheSameWinnersInAnyOrder(RepetitionInfo repetition) {
    // Given
    List<VentureEvent> events =
        new ArrayList<>(
            List.of(
                venture(1).build(),
                venture(2).core().build(),
                venture(3).region("JP-14").build(),
                venture(4).withdrawn().build(),
                venture(4).withdrawn().build(),
                // streams would reject it, so it never was
                venture(9).region("JP-99").build()));
    Collections.shuffle(events, new Random(repetition.getCurrentRepetition()));

    // When
    events.forEach(event -> versions.apply(ID, Fixtures.bytes(event)));

    // Then
    assertThat(versions.entity(ID))
        .contains(
            new KnownEntity(
                EventStream.VENTURES,
                Optional.of(venture(4).withdrawn().build()),
                Optional.of(venture(3).region("JP-14").build())));
  }

  @Test
  void shouldDecideBetweenTwoContentsOfOneVersionAsTheTablesDo() {
    // Given
    VentureEvent one = venture(1).region("JP-12").build();
    VentureEvent other = venture(1).region("JP-14").build();
    EntityVersions reversed =
        new EntityVersions(EventStream.VENTURES, CATALOGUE, REGIONS, Fixtures.ids());

    // When
    versions.apply(ID, Fixtures.bytes(one));
    versions.apply(ID, Fixtures.bytes(other));
    reversed.apply(ID, Fixtures.bytes(other));
    reversed.apply(ID, Fixtures.bytes(one));

    // Then
    assertThat(versions.entity(ID)).isPresent().isEqualTo(reversed.entity(ID));
  }

  @Test
  void shouldForgetWhatIsForgotten() {
    // When
    versions.apply(ID, null);
    versions.apply(ID, Fixtures.bytes(venture(1).build()));

    // Then
    assertThat(versions.entity(ID)).get().matches(KnownEntity::isForgotten);
    assertThat(versions.entity("t:2")).isEmpty();
  }

  private static VentureFixture venture(long version) {
    return Events.venture(ID).version(version);
  }
}
