package org.kuroshio.indicators.region;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("real-samples")
class IsoSubdivisionsTest {

  private static final Path REFERENCE = Path.of("../../shared/samples/reference");

  private final Regions regions = Regions.shipped();

  @BeforeEach
  void samplesAreThere() {
    Assumptions.assumeTrue(Files.isDirectory(REFERENCE), "no samples at " + REFERENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JP", "US", "CN"})
  void shouldHaveExactlyTheLeavesOfIso3166(String country) throws IOException {
    JsonNode list =
        new ObjectMapper().readTree(REFERENCE.resolve("iso_3166-2.json").toFile()).get("3166-2");
    Map<String, String> expected = new TreeMap<>();
    list.forEach(node -> expected.put(node.get("code").asText(), node.get("name").asText()));
    expected.keySet().removeIf(code -> !code.startsWith(country + "-"));

    assertThat(regions.leaves(country, LocalDate.EPOCH))
        .containsExactlyElementsOf(expected.keySet());
  }

  @Test
  void shouldNamePrefecturesAsJisDoesAndHoldTheCapitalRegionOfTheAct() throws IOException {
    List<String> rows = Files.readAllLines(REFERENCE.resolve("jp_prefectures.csv"));

    assertThat(rows).hasSize(48);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      assertThat(regions.name(cells[2], "ja")).isEqualTo(cells[1]);
      assertThat(regions.name(cells[2], "en")).isEqualTo(cells[3]);
      assertThat(regions.containing(cells[2], LocalDate.EPOCH).contains("JP-CAP8"))
          .isEqualTo(cells[4].equals("1"));
    }
  }
}
