package org.kuroshio.indicators.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CataloguePageTest {
  private static final Path PAGE = Path.of("..", "docs", "indicators.md");
  private static final String REFRESH =
      "mvn -pl indicators test -Dtest=CataloguePageTest -Drefresh";

  private final Catalogue catalogue = CatalogueFiles.shipped(List.of());

  @Test
  void shouldKeepThePageOfTheCatalogueFresh() throws IOException {
    String page = CataloguePage.of(catalogue);
    if (System.getProperty("refresh") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as(PAGE + " is not what the definitions say; refresh it with: " + REFRESH)
        .isEqualTo(page);
  }

  @Test
  void shouldSayHowEveryIndicatorIsMade() {
    String page = CataloguePage.of(catalogue);

    assertThat(page)
        .contains(
            """
            ### venture.core_stock

            University ventures that the source calls core (METI, surveys of the 2000s); never worked out from categories.

            - facts: stream `ventures`, count of Venture where `core` is true
            - date: from `foundedOn`, else `observedActiveOn` through `closedOn` or `declassifiedOn`
            - region: hq: `headquarters`, whole
            - sources: `paper`
            - version: 1
            """)
        .contains(
            "- formula: [`techtransfer.income_received`](#techtransferincome_received) -"
                + " [`techtransfer.income_paid`](#techtransferincome_paid);"
                + " [`techtransfer.income_paid`](#techtransferincome_paid) is 0 where it is"
                + " missing")
        .contains("| [`patent.grants`](#patentgrants) | Patents granted | 特許登録件数 | 专利授权数 |");
    for (Indicator indicator : catalogue.all()) {
      assertThat(page).contains("\n### " + indicator.id() + "\n");
      boolean told =
          Catalogue.measureOf(indicator.kind()).isPresent()
              || indicator.kind() instanceof Kind.Reported
              || !FormulaText.of(indicator.kind()).isEmpty();
      assertThat(told).as(indicator.id()).isTrue();
    }
  }
}
