package org.kuroshio.standalone.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarIdTest {
  private static final List<String> KNOWN =
      List.of(
          "paper:venture:JP-13:0001",
          "paper:venture:JP-13:0010",
          "paper:venture:JP-20:0001",
          "paper:project:PF-1",
          "nta:1234567890123");

  @ParameterizedTest
  @CsvSource({
    "paper:venture:JP-13:001,   paper:venture:JP-13:0001",
    "paper:ventrue:JP-20:0001,  paper:venture:JP-20:0001",
    "papr:project:PF-1,         paper:project:PF-1",
    "venture:JP-13:0010,        paper:venture:JP-13:0010",
    "somebody else's,           "
  })
  void shouldFindTheIdThatWasMeant(String wrong, String meant) {
    // Given
    SimilarId similar = new SimilarId(wrong);

    // When
    KNOWN.forEach(similar::offer);

    // Then
    assertThat(similar.best().orElse(null)).isEqualTo(meant);
  }
}
