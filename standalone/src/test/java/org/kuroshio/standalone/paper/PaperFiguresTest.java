package org.kuroshio.standalone.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.reference.Observation;
import org.kuroshio.schemas.reference.ReportedFigure;

class PaperFiguresTest {
  private final LoadedSource paper = LoadedSource.bundled("paper");
  private final Map<String, ReportedFigure> figures =
      paper
          .all(ReportedFigure.class)
          .collect(Collectors.toMap(Fact::id, fact -> (ReportedFigure) fact.entity()));

  @Test
  void shouldReportEveryNumberThatBelongsToAnIndicatorAndIsNotDerived() {
    Set<String> wanted =
        SeedRows.of("figures.csv").stream()
            .filter(row -> !row.get("indicator_id").isEmpty())
            .filter(row -> row.get("value").matches("\\d+(\\.\\d+)?|\\d+/\\d+"))
            .filter(row -> !row.get("check").startsWith("derived"))
            .map(row -> "paper:figure:" + row.get("figure_id"))
            .collect(Collectors.toSet());
    for (String column : List.of("share", "core-share")) {
      prefectures().forEach(row -> wanted.add(printedShare(column, row)));
    }

    assertThat(figures.keySet()).isEqualTo(wanted);
  }

  @Test
  void shouldReportThePrintedSharesOfTable3() {
    for (Map<String, String> row : prefectures()) {
      ReportedFigure share = figures.get(printedShare("share", row));
      ReportedFigure core = figures.get(printedShare("core-share", row));

      assertThat(share.getValue().movePointRight(2))
          .isEqualByComparingTo(row.get("share_pct_printed"));
      assertThat(core.getValue().movePointRight(2))
          .isEqualByComparingTo(row.get("core_share_pct_printed"));
      assertThat(share.getTolerance()).isEqualByComparingTo("0.005");
      assertThat(share.getIndicatorId()).isEqualTo("venture.share_of_region");
      assertThat(core.getIndicatorId()).isEqualTo("venture.core_share_of_region");
      assertThat(share.getRegion()).isEqualTo(row.get("iso_3166_2"));
    }
  }

  private static List<Map<String, String>> prefectures() {
    return SeedRows.of("table3.csv").stream()
        .filter(row -> row.get("iso_3166_2").matches("JP-\\d+"))
        .toList();
  }

  private static String printedShare(String column, Map<String, String> row) {
    return "paper:figure:table3-" + column + "-" + row.get("iso_3166_2");
  }

  @Test
  void shouldKeepPrintedValuesAndPutThemWhereTheyBelong() {
    for (Map<String, String> row : SeedRows.of("figures.csv")) {
      ReportedFigure figure = figures.get("paper:figure:" + row.get("figure_id"));
      if (figure == null || figure.getValue() == null) {
        continue;
      }
      boolean percent = row.get("unit").equals("percent");
      if (!row.get("value").contains("/")) {
        assertThat(figure.getValue())
            .isEqualByComparingTo(
                percent
                    ? new BigDecimal(row.get("value")).movePointLeft(2)
                    : new BigDecimal(row.get("value")));
      }
      assertThat(figure.getUnit()).isEqualTo(percent ? "ratio" : row.get("unit"));
      assertThat(figure.getPeriod())
          .as(row.get("figure_id"))
          .isEqualTo(
              switch (row.get("period")) {
                case "2002" -> "FY2001";
                case "2008", "end FY2007" -> "FY2007";
                case "2016" -> "2016";
                default -> "TD";
              });
    }
  }

  @Test
  void shouldReportTheTwoClaimsThatTheTableContradicts() {
    ReportedFigure ventures = figures.get("paper:figure:F061");
    ReportedFigure share = figures.get("paper:figure:F063");

    assertThat(ventures.getIndicatorId()).isEqualTo("venture.stock");
    assertThat(ventures.getRegion()).isEqualTo("JP-KANTO11");
    assertThat(ventures.getValue()).isEqualByComparingTo("774");
    assertThat(ventures.getTolerance()).isEqualByComparingTo("0.5");
    assertThat(share.getIndicatorId()).isEqualTo("venture.share_of_country");
    assertThat(share.getGroup()).isEqualTo("JP");
    assertThat(share.getValue()).isEqualByComparingTo("0.58");
    assertThat(share.getTolerance()).isEqualByComparingTo("0.005");
    assertThat(share.getStatement()).isEqualTo("58%");
  }

  @Test
  void shouldKeepEveryVintageOfTheSameDay() {
    Map<String, BigDecimal> endOfFy2004 =
        paper
            .all(Observation.class)
            .map(fact -> (Observation) fact.entity())
            .filter(seen -> seen.getReferenceDate().getLabel().equals("2005-03-31"))
            .collect(Collectors.toMap(Observation::getVintage, Observation::getValue));

    assertThat(endOfFy2004).containsOnlyKeys("survey-FY2004", "survey-FY2018");
    assertThat(endOfFy2004.get("survey-FY2018").subtract(endOfFy2004.get("survey-FY2004")))
        .isEqualByComparingTo("108");
  }
}
