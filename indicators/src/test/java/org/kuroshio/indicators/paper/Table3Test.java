package org.kuroshio.indicators.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.table.Tables;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/** Golden tests 1 to 4 of the indicator catalogue: the paper's ventures, corrected and moved. */
class Table3Test {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final String END = "FY2007";
  private static final String KANTO = "JP-KANTO11";

  private static Tables asPrinted;

  private Tables tables = asPrinted;

  @BeforeAll
  static void load() {
    asPrinted = loaded();
  }

  private static Tables loaded() {
    List<SpecificRecord> events = new ArrayList<>(Table3.events());
    events.addAll(Table3.census());
    events.addAll(Table3.figures());
    return Tables.after(CATALOGUE, events);
  }

  @Test
  void shouldReproduceEveryColumnOfTheTable() {
    for (Table3.Row row : Table3.ROWS) {
      String inKanto = KANTO + ":" + row.region();
      assertThat(tables.show("venture.stock", row.region(), END)).isEqualTo("" + row.ventures());
      assertThat(tables.show("venture.core_stock", row.region(), END)).isEqualTo("" + row.core());
      assertThat(percent("venture.core_ratio", row.region())).isEqualTo(row.coreRatio());
      assertThat(percent("venture.share_of_region", inKanto)).isEqualTo(row.share());
      assertThat(percent("venture.core_share_of_region", inKanto)).isEqualTo(row.coreShare());
      assertThat(percent("venture.share_of_country", "JP:" + row.region()))
          .isEqualTo(row.ofJapan());
      assertThat(tables.show("venture.rank", inKanto, END)).isEqualTo("#" + row.rank());
      assertThat(tables.show("venture.rank_dense", inKanto, END)).isEqualTo("#" + row.dense());
      assertThat(tables.show("venture.rank_fractional", inKanto, END))
          .isEqualTo("#" + row.fractional());
      assertThat(tables.show("venture.core_rank", inKanto, END)).isEqualTo("#" + row.coreRank());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "JP-KANTO11, 744, 587, 41.9628, 42.4747",
    "JP-CAP8, 688, 542, 38.8043, 39.2185",
    "JP-KANTO7, 683, 539, 38.5223, 39.0014",
    "JP-TKA4, 602, 474, 33.9538, 34.2981"
  })
  void shouldSumEveryNamedRegion(
      String group, String ventures, String core, String share, String coreShare) {
    assertThat(tables.show("venture.stock", group, END)).isEqualTo(ventures);
    assertThat(tables.show("venture.core_stock", group, END)).isEqualTo(core);
    assertThat(percent("venture.share_of_country", "JP:" + group)).isEqualTo(share);
    assertThat(percent("venture.core_share_of_country", "JP:" + group)).isEqualTo(coreShare);
    assertThat(percent("venture.share_of_region", group + ":" + group)).isEqualTo("100.0000");
  }

  @Test
  void shouldReproduceTheTotalsAndTheConcentration() {
    assertThat(tables.show("venture.stock", "JP", END)).isEqualTo("1773");
    assertThat(tables.show("venture.stock", "JP-ZZ", END)).isEqualTo("1029");
    assertThat(tables.show("venture.stock", "WORLD", "2008")).isEqualTo("1773");
    assertThat(percent("venture.core_ratio", KANTO)).isEqualTo("78.8978");
    assertThat(percent("venture.core_ratio", "JP")).isEqualTo("77.9470");
    IndicatorValue share = tables.cell("venture.share_of_country", "JP:" + KANTO, END);
    assertThat(share.getExact()).isEqualTo("248/591");
    assertThat(share.getNumerator() + " of " + share.getDenominator()).isEqualTo("744 of 1773");
    assertThat(fixed("venture.concentration", KANTO + ":" + KANTO, 2)).isEqualTo("3740.46");
    assertThat(fixed("venture.core_concentration", KANTO + ":" + KANTO, 2)).isEqualTo("3759.62");
  }

  @Test
  void shouldMakeSharesOfTheCountryAddUpToOne() {
    Rational sum = Rational.ZERO;
    for (Table3.Row row : Table3.ROWS) {
      sum = sum.add(exact("venture.share_of_country", "JP:" + row.region()));
    }
    assertThat(sum.add(exact("venture.share_of_country", "JP:JP-ZZ"))).isEqualTo(Rational.ONE);
  }

  @Test
  void shouldTellMissingUndefinedAndZeroApart() {
    assertThat(tables.show("venture.stock", "JP-01", END)).isEqualTo("MISSING");
    assertThat(tables.show("venture.rank", "JP:JP-13", END)).isEqualTo("UNDEFINED");
    assertThat(tables.cell("venture.rank", "JP:JP-13", END).getReason())
        .isEqualTo("no number for JP-01");
    assertThat(tables.show("venture.concentration", "JP:JP", END)).isEqualTo("UNDEFINED");
    assertThat(tables.show("venture.stock", "JP-13", "FY2006")).isEqualTo("MISSING");
    tables = loaded();
    tables.send(Table3.venture("JP-19", 0, true).version(1).withdrawn().build());
    for (int i = 1; i < 5; i++) {
      tables.send(Table3.venture("JP-19", i, false).version(1).withdrawn().build());
    }
    tables.cut();
    assertThat(tables.show("venture.stock", "JP-19", END)).isEqualTo("0");
    assertThat(tables.show("venture.core_ratio", "JP-19", END)).isEqualTo("UNDEFINED");
  }

  @Test
  void shouldDivideByTheLatestCensusNotAfterTheEndOfTheYear() {
    IndicatorValue tokyo = tables.cell("venture.per_million", "JP-13", END);

    assertThat(tokyo.getNumerator() + " of " + tokyo.getDenominator()).isEqualTo("428 of 12576601");
    assertThat(tokyo.getValue()).isEqualTo("34.0314525363");
    assertThat(tokyo.getReason()).isEqualTo("POPULATION of 2005-10-01, vintage census-2005");
    assertThat(tables.cell("venture.per_million", "JP-13", "FY2010").getReason())
        .isEqualTo("POPULATION of 2010-10-01, vintage census-2010");
    assertThat(tables.cell("venture.per_million", KANTO, END).getDenominator())
        .isEqualTo("50799301");
    assertThat(tables.show("venture.per_million", "JP-ZZ", END)).isEqualTo("MISSING");
    assertThat(tables.show("venture.per_million", "JP", END)).isEqualTo("MISSING");
  }

  @Test
  void shouldBreakGrowthFromAPublishedBase() {
    for (String growth : List.of("venture.growth", "venture.cagr")) {
      IndicatorValue value = tables.cell(growth, KANTO, END);
      assertThat(value.getStatus()).isEqualTo(Status.BREAK);
      assertThat(value.getValue()).isNull();
      assertThat(value.getReason())
          .isEqualTo(
              "the base 221 (FY2001) is a published figure of another vintage;"
                  + " only values of one definition and vintage are compared");
      assertThat(tables.show(growth, "JP-14", END)).isEqualTo("MISSING");
    }
    assertThat(tables.show("venture.growth", KANTO, "FY2008")).isEqualTo("0");
  }

  @Test
  void shouldFindTheTwoFiguresThatTheTableContradicts() {
    String counts = "quality.reported_minus_computed";
    String shares = "quality.share_reported_minus_computed";

    assertThat(tables.show(counts, KANTO, END, "indicator=venture.stock")).isEqualTo("30 firms");
    assertThat(tables.show(counts, "JP-13", END, "indicator=venture.stock")).isEqualTo("0 firms");
    assertThat(tables.show(counts, KANTO, "FY2001", "indicator=venture.stock"))
        .isEqualTo("MISSING");
    assertThat(tables.show(shares, "JP:" + KANTO, END, "indicator=venture.share_of_country"))
        .isEqualTo("0.160372250423");
    assertThat(tables.show("ref.sti_composite.in_top_n", KANTO, "TD")).isEqualTo("7");
  }

  @Test
  void shouldMoveOneVentureWithoutMovingAnyRank() {
    Map<String, String> ranks = ranks();
    String hhi = tables.show("venture.concentration", KANTO + ":" + KANTO, END);
    String perMillion = tables.show("venture.per_million", "JP-12", END);
    tables = loaded();

    move(427);

    assertThat(tables.show("venture.stock", "JP-13", END)).isEqualTo("427");
    assertThat(tables.show("venture.stock", "JP-12", END)).isEqualTo("21");
    assertThat(tables.show("venture.stock", KANTO, END)).isEqualTo("744");
    assertThat(tables.show("venture.stock", "JP", END)).isEqualTo("1773");
    assertThat(exact("venture.share_of_region", KANTO + ":JP-12")).isEqualTo(Rational.of(21, 744));
    assertThat(tables.show("venture.concentration", KANTO + ":" + KANTO, END)).isNotEqualTo(hhi);
    assertThat(tables.show("venture.per_million", "JP-12", END)).isNotEqualTo(perMillion);
    assertThat(ranks()).isEqualTo(ranks);
  }

  @Test
  void shouldMoveRanksWithThreeMore() {
    tables = loaded();
    move(427, 426, 425, 424);

    assertThat(tables.show("venture.stock", "JP-13", END)).isEqualTo("424");
    assertThat(tables.show("venture.stock", "JP-12", END)).isEqualTo("24");
    assertThat(tables.show("venture.rank", KANTO + ":JP-12", END)).isEqualTo("#5");
    assertThat(tables.show("venture.rank", KANTO + ":JP-11", END)).isEqualTo("#6");
  }

  @Test
  void shouldBreakTheTieWhenANaganoVentureIsWithdrawn() {
    tables = loaded();
    tables.send(Table3.venture("JP-20", 9, false).version(1).withdrawn().build());
    tables.cut();

    assertThat(tables.show("venture.stock", "JP-20", END)).isEqualTo("9");
    assertThat(tables.show("venture.rank", KANTO + ":JP-15", END)).isEqualTo("#8");
    assertThat(tables.show("venture.rank", KANTO + ":JP-20", END)).isEqualTo("#9");
    assertThat(tables.show("venture.rank", KANTO + ":JP-09", END)).isEqualTo("#10");
    assertThat(tables.show("venture.rank_fractional", KANTO + ":JP-15", END)).isEqualTo("#8");
  }

  private void move(int... ventures) {
    for (int number : ventures) {
      tables.send(Table3.venture("JP-13", number, number < 340).region("JP-12").version(1).build());
    }
    tables.cut();
  }

  private Map<String, String> ranks() {
    Map<String, String> ranks = new TreeMap<>();
    for (Table3.Row row : Table3.ROWS) {
      ranks.put(row.region(), tables.show("venture.rank", KANTO + ":" + row.region(), END));
    }
    return ranks;
  }

  private Rational exact(String indicator, String region) {
    return Rational.parse(tables.cell(indicator, region, END).getExact());
  }

  private String percent(String indicator, String region) {
    return new BigDecimal(exact(indicator, region).multiply(Rational.of(100)).decimalText())
        .setScale(4, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private String fixed(String indicator, String region, int decimals) {
    return new BigDecimal(tables.cell(indicator, region, END).getValue())
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
