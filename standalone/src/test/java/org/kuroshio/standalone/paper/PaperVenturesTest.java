package org.kuroshio.standalone.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.event.Quality;
import org.kuroshio.schemas.reference.Coverage;
import org.kuroshio.schemas.venture.Venture;

class PaperVenturesTest {
  private final LoadedSource paper = LoadedSource.bundled("paper");

  @Test
  void shouldBeMadeFromTable3AndNothingElse() throws IOException {
    String made = VentureRows.from(Files.readAllLines(VentureRows.TABLE_3, StandardCharsets.UTF_8));

    try (InputStream committed = getClass().getResourceAsStream("/data/paper/ventures.csv")) {
      assertThat(new String(committed.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(made);
    }
  }

  @Test
  void shouldCountWhatEveryLineOfTable3Prints() {
    for (Map<String, String> line : SeedRows.of("table3.csv")) {
      List<Venture> counted =
          ventures().filter(venture -> belongs(venture, line.get("iso_3166_2"))).toList();

      assertThat(counted)
          .as(line.get("name_en"))
          .hasSize(Integer.parseInt(line.get("university_ventures")));
      assertThat(counted.stream().filter(Venture::getCore))
          .as(line.get("name_en"))
          .hasSize(Integer.parseInt(line.get("core_ventures")));
    }
  }

  @Test
  void shouldSeeThemOnTheSurveysDayWithoutAFounding() {
    LocalDate day = LocalDate.of(2008, 3, 31);

    assertThat(ventures())
        .hasSize(1773)
        .allSatisfy(
            venture -> {
              assertThat(venture.getFoundedOn()).isNull();
              assertThat(venture.getObservedActiveOn().getFrom()).isEqualTo(day);
              assertThat(venture.getObservedActiveOn().getTo()).isEqualTo(day);
              assertThat(venture.getSurvey()).isEqualTo("METI FY2007");
            });
    assertThat(paper.all(Venture.class))
        .allMatch(fact -> fact.quality().equals(List.of(Quality.RECONSTRUCTED)));
    assertThat(paper.all(Venture.class).map(Fact::id))
        .contains("paper:venture:JP-13:0001", "paper:venture:JP-ZZ:1029");
  }

  @Test
  void shouldVouchForElevenPrefecturesTheRegionAndTheCountry() {
    assertThat(paper.all(Coverage.class).map(fact -> (Coverage) fact.entity()))
        .hasSize(2)
        .allSatisfy(
            coverage -> {
              assertThat(coverage.getRegions())
                  .hasSize(13)
                  .contains("JP-KANTO11", "JP")
                  .doesNotContain("JP-27");
              assertThat(coverage.getPeriod().getLabel()).isEqualTo("2008-03-31");
            })
        .extracting(Coverage::getIndicator)
        .containsExactlyInAnyOrder("venture.stock", "venture.core_stock");
  }

  private Stream<Venture> ventures() {
    return paper.all(Venture.class).map(fact -> (Venture) fact.entity());
  }

  private static boolean belongs(Venture venture, String line) {
    String region = venture.getHeadquarters().getRegion();
    return switch (line) {
      case "JP" -> true;
      case "JP-KANTO11" -> !region.equals("JP-ZZ");
      default -> region.equals(line);
    };
  }
}
