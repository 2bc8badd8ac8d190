package org.kuroshio.indicators.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.UnknownIndicatorException;
import org.kuroshio.indicators.region.UnknownRegionException;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.table.Status;

class QuestionsTest {
  private final Explained explained =
      Explained.after(Events.venture("a").foundedOn("2006").region("JP-13").build());

  @Test
  void shouldSayWhatWouldBeRightWhereNoSuchCellCanExist() {
    assertThatThrownBy(() -> explained.explain("venture.stok", "JP", "JP-13", "FY2007"))
        .isInstanceOf(UnknownIndicatorException.class)
        .hasMessageContaining("venture.stock");
    assertThatThrownBy(() -> explained.explain("venture.stock", "JP", "JP-99", "FY2007"))
        .isInstanceOf(UnknownRegionException.class);
    assertThatThrownBy(() -> explained.explain("venture.stock", "JP-13", "JP-13", "FY2007"))
        .hasMessageContaining("'JP-13' is no group of regions");
    assertThatThrownBy(() -> explained.explain("venture.stock", "JP-KANTO11", "JP-27", "FY2007"))
        .hasMessage("JP-27 does not lie in JP-KANTO11: ask with the group JP");
    assertThatThrownBy(() -> explained.explain("venture.stock", "JP", "JP-13", "2007-05-01"))
        .hasMessageContaining("has no cells for D");
    assertThatThrownBy(() -> explained.explain("venture.stock", "JP", "JP-13", "unallocated:X"))
        .hasMessageContaining("is no column");
  }

  @Test
  void shouldSayThatThePeriodHasNotBegun() {
    Explanation stock = explained.explain("venture.stock", "JP", "JP-13", "FY2030");

    assertThat(stock.status()).isEqualTo(Status.MISSING);
    assertThat(stock.words())
        .containsExactly("FY2030 begins after the day of the tables, 2026-11-23");
  }

  @Test
  void shouldSayWhichBreakdownsThereAre() {
    Explanation exits = explained.explain("venture.exits", "JP", "JP-13", "FY2007", "status=GONE");

    assertThat(exits.words()).singleElement().asString().startsWith("nothing is broken down by");
  }

  @Test
  void shouldSayThatAnOpenPeriodIsProvisional() {
    Explanation stock = explained.explain("venture.stock", "JP", "JP-13", "FY2026");

    assertThat(stock.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(stock.words()).singleElement().asString().contains("as of 2026-11-23");
    assertThat(stock.isContradicted()).isFalse();
  }

  @Test
  void shouldSayThatTheTablesWereComputedWithOtherDefinitions() {
    Check same = Check.of("the sum", "743", "744", true);
    Check other = Check.of("the sum", "743", "744", false);

    assertThat(same.holds()).isFalse();
    assertThat(same.words()).contains("743", "744", "defect");
    assertThat(other.words()).contains("other definitions");
  }
}
