package org.kuroshio.ingest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadPositionTest {
  /** Written by release 0.1.0; must be read for ever. */
  private static final Map<String, Object> RELEASE_0_1 =
      Map.of("format", 1, "records", 42L, "complete", true);

  @Test
  void shouldReadTheMapOfEarlierReleases() {
    assertThat(ReadPosition.fromMap(RELEASE_0_1)).isEqualTo(new ReadPosition(42, true));
  }

  @Test
  void shouldReadWhatItWrites() {
    ReadPosition position = new ReadPosition(7, false);

    assertThat(ReadPosition.fromMap(position.toMap())).isEqualTo(position);
  }

  @Test
  void shouldSayWhatIsWrongWithAMap() {
    assertThatThrownBy(() -> ReadPosition.fromMap(Map.of("format", 2)))
        .hasMessageContaining("'format' of a read position must be 1, was 2");
    assertThatThrownBy(
            () -> ReadPosition.fromMap(Map.of("format", 1, "records", "x", "complete", true)))
        .hasMessageContaining("'records' of a read position must be a whole number");
    assertThatThrownBy(
            () -> ReadPosition.fromMap(Map.of("format", 1, "records", -1, "complete", true)))
        .hasMessageContaining("0 or more");
    assertThatThrownBy(() -> ReadPosition.fromMap(Map.of("format", 1, "records", 1)))
        .hasMessageContaining("'complete'");
  }
}
