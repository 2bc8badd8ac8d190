package org.kuroshio.ingest.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseRegionsTest {
  private final List<String> unknown = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          東京都千代田区丸の内１丁目   | JP-13
          京都府京都市南区             | JP-26
          神奈川県川崎市東京都通り     | JP-14
          北海道札幌市                 | JP-01
          沖縄県                       | JP-47
          """)
  void shouldTakeThePrefectureAtTheBeginningOfAnAddress(String address, String region) {
    assertThat(JapaneseAddresses.region(address, unknown::add)).isEqualTo(region);
    assertThat(unknown).isEmpty();
  }

  @Test
  void shouldNotGuessFromAnAddressWithoutAPrefecture() {
    String region = JapaneseAddresses.region("千代田区（東京都）", unknown::add);

    assertThat(region).isEqualTo("JP-ZZ");
    assertThat(unknown).containsExactly("unknown-address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tokyo             | JP-13
          Yokohama          | JP-14
          KAWASAKI-SHI      | JP-14
          Kiryu City        | JP-10
          Iseｓaki          | JP-10
          Hitachinaka       | JP-08
          Ōtsu              | JP-25
          Ohtsu-shi         | JP-25
          Higashi Hiroshima | JP-34
          Nanba, Osaka      | JP-27
          Shinjuku-ku       | JP-13
          Minato-ku, Tokyo  | JP-13
          Fuchu, Tokyo      | JP-13
          Tokyo-to          | JP-13
          Aichi prefecture  | JP-23
          """)
  void shouldKnowPlacesByTheirRomanisedNames(String place, String region) {
    assertThat(JapanesePlaces.region(place, unknown::add)).isEqualTo(region);
    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Fuchu, ambiguous-city",
    "Date, ambiguous-city",
    "Miyoshi, ambiguous-city",
    "Ibaraki, ambiguous-city",
    "Minato-ku, ambiguous-city",
    "'Sapporo, Naha', ambiguous-city",
    "Kamifurano, unknown-city",
    "Atlantis, unknown-city",
    "'', no-city"
  })
  void shouldLeaveUnknownWhatMayBeTwoPlacesOrNone(String place, String reason) {
    assertThat(JapanesePlaces.region(place, unknown::add)).isEqualTo("JP-ZZ");
    assertThat(unknown).containsExactly(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "東京大学, JP-13",
    "国立大学法人東北大学, JP-04",
    "大阪大学　医学系研究科, JP-27",
    "岐阜県立看護大学, JP-21",
    "国立精神・神経医療研究センター, JP-13"
  })
  void shouldKnowInstitutionsByName(String institution, String region) {
    assertThat(JapaneseInstitutions.region(institution, unknown::add)).isEqualTo(region);
  }

  @Test
  void shouldLeaveUnknownAnInstitutionThatIsNotInTheTable() {
    assertThat(JapaneseInstitutions.region("見本大学", unknown::add)).isEqualTo("JP-ZZ");
    assertThat(JapaneseInstitutions.region("", unknown::add)).isEqualTo("JP-ZZ");
    assertThat(unknown).containsExactly("unknown-institution", "no-institution");
  }

  @Test
  void shouldFindEveryPrefectureByItsNameAndEveryPlaceInOne() {
    List<String[]> rows = RegionTable.rows("japanese-places.csv");

    assertThat(rows).hasSizeGreaterThan(1_900);
    assertThat(rows).allMatch(row -> row.length == 3 && JisPrefectures.isPrefecture(row[2]));
    assertThat(rows.stream().filter(row -> row[1].equals("prefecture"))).hasSize(47);
    assertThat(rows)
        .allSatisfy(row -> assertThat(PlaceName.of(row[0])).isEqualTo(new PlaceName(row[0], "")));
  }

  @Test
  void shouldAskForAStateInTheUnitedStatesAndForACityInJapan() {
    assertThat(Places.region("Kariya", "", "JP", unknown::add)).isEqualTo("JP-23");
    assertThat(Places.region("Fuchu", "Hiroshima", "Japan", unknown::add)).isEqualTo("JP-34");
    assertThat(Places.region("Kariya", "CA", "US", unknown::add)).isEqualTo("US-CA");
    assertThat(Places.region("Munich", "", "DE", unknown::add)).isEqualTo("DE-ZZ");
    assertThat(unknown).containsExactly("other-country");
  }
}
