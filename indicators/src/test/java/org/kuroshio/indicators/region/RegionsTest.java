package org.kuroshio.indicators.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.indicators.period.FiscalCalendar;

class RegionsTest {

  private static final LocalDate DAY = LocalDate.of(2008, 3, 31);

  private final Regions regions = Regions.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JP-13 | JP-13 JP-CAP8 JP-KANTO11 JP-KANTO7 JP-TKA4 JP WORLD",
        "JP-20 | JP-20 JP-KANTO11 JP WORLD",
        "JP-27 | JP-27 JP WORLD",
        "JP-TKA4 | JP-TKA4 JP-CAP8 JP-KANTO11 JP-KANTO7 JP WORLD",
        "JP-KANTO11 | JP-KANTO11 JP WORLD",
        "JP-ZZ | JP-ZZ JP WORLD",
        "JP | JP WORLD",
        "CN-TJ | CN-TJ CN-JJJ CN WORLD",
        "CA-ZZ | CA-ZZ CA WORLD",
        "ZZ | ZZ WORLD",
        "WORLD | WORLD",
      })
  void shouldCountALocationInAllRegionsThatHoldIt(String location, String holders) {
    assertThat(regions.containing(location, DAY)).containsExactly(holders.split(" "));
    assertThat(regions.containing(location, DAY)).isSameAs(regions.containing(location, DAY));
  }

  @ParameterizedTest
  @CsvSource({
    "JP-13, JP-13",
    "JP-KANTO11, JP-KANTO11",
    "JP-ZZ, JP-ZZ",
    "ZZ, ZZ",
    "JP, JP-ZZ",
    "DE, DE-ZZ",
    "DE-BY, DE-ZZ",
    "GB-ENG, GB-ZZ",
    "SU, SU-ZZ",
    "XK, XK-ZZ",
    "WORLD, ZZ",
    "JP-8, JP-08",
    "CN-11, CN-BJ",
  })
  void shouldKnowOneLocationForEachCode(String code, String location) {
    assertThat(regions.canonical(code)).isEqualTo(location);
    assertThat(regions.isKnown(location)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "JP-KANTO1, JP-KANTO11",
    "JP-1O, JP-10",
    "US-C, US-CA",
    "Tokyo, JP-13",
    "東京都, JP-13",
    "京津冀, CN-JJJ",
    "jp-13, JP-13",
  })
  void shouldNameTheNearestCodeOfAnUnknownOne(String code, String nearest) {
    assertThatThrownBy(() -> regions.canonical(code))
        .isInstanceOfSatisfying(
            UnknownRegionException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.nearest()).contains(nearest);
            })
        .hasMessageContaining("'" + code + "'")
        .hasMessageContaining("'" + nearest + "'");
    assertThat(regions.isKnown(code)).isFalse();
  }

  @Test
  void shouldRefuseCodesThatNameNoCountry() {
    for (String code : List.of("", "QQ", "QQ-1", "JP-", "DE-", "J", "1-2")) {
      assertThatThrownBy(() -> regions.canonical(code)).isInstanceOf(UnknownRegionException.class);
    }
    assertThatThrownBy(() -> regions.kind("DE-BY")).isInstanceOf(UnknownRegionException.class);
  }

  @Test
  void shouldTellKindsApart() {
    assertThat(regions.kind("JP-13")).isEqualTo(Kind.LEAF);
    assertThat(regions.kind("JP-KANTO11")).isEqualTo(Kind.GROUP);
    assertThat(regions.kind("JP")).isEqualTo(Kind.COUNTRY);
    assertThat(regions.kind("CA")).isEqualTo(Kind.COUNTRY);
    assertThat(regions.kind("JP-ZZ")).isEqualTo(Kind.COUNTRY_UNKNOWN);
    assertThat(regions.kind("CA-ZZ")).isEqualTo(Kind.COUNTRY_UNKNOWN);
    assertThat(regions.kind("WORLD")).isEqualTo(Kind.WORLD);
    assertThat(regions.kind("ZZ")).isEqualTo(Kind.UNKNOWN);
    assertThat(regions.country("JP-KANTO11")).isEqualTo("JP");
    assertThat(regions.country("ZZ")).isEqualTo("ZZ");
  }

  @Test
  void shouldHaveTheLeavesAndGroupsThatStatisticsUse() {
    assertThat(regions.countries()).containsExactly("CN", "JP", "US");
    assertThat(regions.leaves("JP", DAY)).hasSize(47).isSorted();
    assertThat(regions.leaves("US", DAY)).hasSize(57).isSorted();
    assertThat(regions.leaves("CN", DAY)).hasSize(34).contains("CN-HK", "CN-MO", "CN-TW");
    assertThat(regions.leaves("WORLD", DAY)).hasSize(47 + 57 + 34).isSorted();
    assertThat(regions.leaves("JP-TKA4", DAY)).containsExactly("JP-11", "JP-12", "JP-13", "JP-14");
    assertThat(regions.leaves("JP-KANTO11", DAY)).hasSize(11);
    assertThat(regions.leaves("JP-CAP8", DAY)).hasSize(8).contains("JP-19");
    assertThat(regions.leaves("JP-KANTO7", DAY)).hasSize(7).doesNotContain("JP-19");
    assertThat(regions.leaves("JP-13", DAY)).containsExactly("JP-13");
    assertThat(regions.leaves("CA", DAY)).isEmpty();
    assertThat(regions.groups("JP"))
        .containsExactly("JP-CAP8", "JP-KANTO11", "JP-KANTO7", "JP-TKA4");
    assertThat(regions.groups("US")).isEmpty();
  }

  @Test
  void shouldKnowWhichRowHoldsTheUnknown() {
    assertThat(regions.unknownOf("JP")).contains("JP-ZZ");
    assertThat(regions.unknownOf("CA")).contains("CA-ZZ");
    assertThat(regions.unknownOf("WORLD")).contains("ZZ");
    assertThat(regions.unknownOf("JP-KANTO11")).isEmpty();
    assertThat(regions.unknownOf("JP-13")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "JP-KANTO11, JP-TKA4, true",
    "JP-KANTO11, JP-13, true",
    "JP-CAP8, JP-KANTO7, true",
    "JP-KANTO7, JP-CAP8, false",
    "JP-KANTO11, JP-27, false",
    "JP-KANTO11, JP, false",
    "JP-KANTO11, JP-KANTO11, false",
    "JP-13, JP-TKA4, false",
    "JP-ZZ, JP-13, false",
    "CN-JJJ, JP-13, false",
  })
  void shouldSayWhereAGroupIsKnownOnlyInPart(String location, String group, boolean partly) {
    assertThat(regions.overlapsPartly(location, group, DAY)).isEqualTo(partly);
    assertThat(regions.overlapsPartly(location, group)).isEqualTo(partly);
  }

  @Test
  void shouldNameRegionsInThreeLanguages() {
    assertThat(regions.name("JP-13", "en")).isEqualTo("Tokyo");
    assertThat(regions.name("JP-13", "ja")).isEqualTo("東京都");
    assertThat(regions.name("US-CA", "zh")).isEqualTo("加利福尼亚州");
    assertThat(regions.name("CN-JJJ", "zh")).isEqualTo("京津冀");
    assertThat(regions.name("JP-13", "fr")).isEqualTo("Tokyo");
    assertThat(regions.name("CA-ZZ", "en")).isEqualTo("Canada (region unknown)");
    assertThat(regions.name("CA", "ja")).isEqualTo("カナダ");
    assertThat(regions.name("WORLD", "zh")).isEqualTo("世界");
    for (String country : regions.countries()) {
      for (String code : regions.leaves(country, DAY)) {
        assertThat(List.of(regions.name(code, "ja"), regions.name(code, "zh")))
            .doesNotContain(regions.name(code, "en"));
      }
    }
  }

  @Test
  void shouldKnowFiscalYears() {
    assertThat(regions.calendar("JP-KANTO11")).contains(FiscalCalendar.JAPAN);
    assertThat(regions.calendar("US-ZZ")).contains(FiscalCalendar.UNITED_STATES);
    assertThat(regions.calendar("CN")).contains(FiscalCalendar.CALENDAR);
    assertThat(regions.calendar("CA")).isEmpty();
    assertThat(regions.calendar("WORLD")).isEmpty();
  }
}
