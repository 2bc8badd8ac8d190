package org.kuroshio.indicators.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EntityIndexTest {
  private final EntityIndex index = new EntityIndex();

  @Test
  void shouldHoldTheLatestStateOfEachIdLikeAMap() {
    // Given
    Map<String, Long> versions = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);

    // When
    for (long version = 1; version <= 20_000; version++) {
      String id = "entity-" + random.nextInt(7_000);
      versions.put(id, version);
      index.put(state(id, version));
    }

    // Then
    Map<String, Long> held = new HashMap<>();
    index.forEach(state -> held.put(state.idText(), state.version()));
    assertThat(held).isEqualTo(versions);
    assertThat(index.size()).isEqualTo(versions.size());
    versions.forEach((id, version) -> assertThat(get(id).version()).isEqualTo(version));
  }

  @Test
  void shouldNotKnowWhatNeverCame() {
    index.put(state("a", 1));

    assertThat(get("b")).isNull();
  }

  @Test
  void shouldShareAmountsThatAreAllOne() {
    assertThat(state("a", 1).amounts()).isSameAs(state("b", 2).amounts()).containsExactly(1, 1);
  }

  private EntityState get(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return index.get(bytes, EntityState.hash(bytes));
  }

  private static EntityState state(String id, long version) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return new EntityState(
        bytes, EntityState.hash(bytes), version, 0, -1, new int[] {3, 4}, new long[] {1, 1});
  }
}
