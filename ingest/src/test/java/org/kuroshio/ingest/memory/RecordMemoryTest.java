package org.kuroshio.ingest.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecordMemoryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);

  @Test
  void shouldKnowOnlyTheNewestContent() {
    RecordMemory memory = new RecordMemory();
    memory.remember("k", A, DAY);

    assertThat(memory.knows("k", A)).isTrue();
    memory.remember("k", B, DAY);

    assertThat(memory.knows("k", A)).isFalse();
    assertThat(memory.knows("k", B)).isTrue();
    assertThat(memory.knows("other", B)).isFalse();
  }

  @Test
  void shouldKnowTheSameWhenStoredAndLoaded() {
    RecordMemory memory = new RecordMemory();
    for (int i = 0; i < 1000; i++) {
      memory.remember("k" + i, i % 2 == 0 ? A : B, DAY);
    }
    RecordMemory loaded = new RecordMemory();
    for (int bucket = 0; bucket < RecordMemory.BUCKETS; bucket++) {
      loaded.load(bucket, memory.toText(bucket));
    }

    for (int i = 0; i < 1000; i++) {
      assertThat(loaded.knows("k" + i, i % 2 == 0 ? A : B)).isTrue();
    }
    assertThatThrownBy(() -> RecordMemory.check("AAAA")).hasMessageContaining("20 bytes for each");
  }

  @Test
  void shouldForgetWhatComesNoMore() {
    RecordMemory memory = new RecordMemory();
    memory.remember("old", A, DAY.minusDays(1));
    memory.remember("new", A, DAY);

    memory.forgetBefore(DAY);

    assertThat(memory.knows("old", A)).isFalse();
    assertThat(memory.knows("new", A)).isTrue();
  }
}
