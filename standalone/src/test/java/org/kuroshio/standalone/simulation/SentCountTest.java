package org.kuroshio.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.failure.Failure;

class SentCountTest {
  @TempDir Path temp;

  @Test
  void shouldRememberTheNumberOfEachSeed() {
    // Given
    Path directory = temp.resolve("not/yet/there");

    // When
    new SentCount(directory, 1).write(41);
    new SentCount(directory, 1).write(42);

    // Then
    assertThat(new SentCount(directory, 1).read()).isEqualTo(42);
    assertThat(new SentCount(directory, 2).read()).isZero();
  }

  @Test
  void shouldSayWhatToDoWithAFileThatHoldsNoNumber() throws IOException {
    // Given
    Files.writeString(temp.resolve("seed-1"), "many");

    // Then
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> new SentCount(temp, 1).read())
        .withMessageContaining("seed-1 holds \"many\"")
        .withMessageContaining("delete it");
  }
}
