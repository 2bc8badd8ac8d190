package org.kuroshio.serve.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.topic.Topics;

class EntityIndexTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final String STOCK = "venture.stock@1";

  private final Topics topics = Fixtures.topics(3);
  private final MemoryEventLog log = new MemoryEventLog(topics);
  private final EntityIndex index = index();

  @Test
  void shouldKnowJustTheEventsBelowTheOffsets() {
    // Given
    log.with(Events.venture("a").build(), Events.venture("b").build());
    EventOffsets two = log.end();
    log.with(Events.venture("a").region("JP-27").version(2).build(), Events.venture("c").build());

    // When
    List<String> earlier = regionsOf(index, two);
    List<String> later = regionsOf(index, log.end());

    // Then
    assertThat(earlier).containsExactly("a JP-13", "b JP-13");
    assertThat(later).containsExactly("a JP-27", "b JP-13", "c JP-13");
    assertThat(regionsOf(index(), log.end())).isEqualTo(later);
  }

  @Test
  void shouldRefuseToGoBack() {
    log.with(Events.venture("a").build());
    EventOffsets one = log.end();
    log.with(Events.venture("a").version(2).build());
    index.advanceTo(log.end());

    assertThatThrownBy(() -> index.at(one, facts -> null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a new index");
    assertThatThrownBy(() -> index.advanceTo(one)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldReadAStreamOnlyWhenItIsAskedFor() {
    log.with(Events.venture("a").build(), Events.project("p").build());

    regionsOf(index, log.end());

    assertThat(log.partitionsRead())
        .isNotEmpty()
        .allMatch(source -> source.topic().equals(topics.ventures().name()));
    index.advanceTo(log.end());
    assertThat(log.partitionsRead()).anyMatch(s -> s.topic().equals(topics.programs().name()));
    assertThat(index.entities()).isEqualTo(2);
  }

  @Test
  void shouldPassOverEventsInAPartitionWhereTheirKeyDoesNotBelong() {
    log.misplace(Events.venture("stray").build());
    log.with(Events.venture("a").build());

    assertThat(regionsOf(index, log.end())).containsExactly("a JP-13");
  }

  @Test
  void shouldForgetAnIdForEver() {
    log.with(Events.venture("a").build());
    log.forgetting(topics.ventures(), "a");
    log.with(Events.venture("a").version(9).build());

    assertThat(regionsOf(index, log.end())).isEmpty();
  }

  private List<String> regionsOf(EntityIndex asked, EventOffsets offsets) {
    return asked.at(
        offsets,
        facts -> {
          List<String> lines = new ArrayList<>();
          facts.behind(
              EventStream.VENTURES,
              key -> key.measure().equals(STOCK) && key.item().isEmpty(),
              (source, offset, id, key, amount) -> lines.add(id + " " + key.regions()));
          return lines.stream().sorted().toList();
        });
  }

  private EntityIndex index() {
    return new EntityIndex(log, topics, Fixtures.ids(), CATALOGUE, Regions.shipped());
  }
}
