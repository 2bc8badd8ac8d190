package org.kuroshio.indicators.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.schemas.yaml.DefinitionException;

class RegionPacksTest {

  private static final String GERMANY =
      """
      country: DE
      names: { en: Germany, ja: ドイツ }
      fiscal_calendar: { start_month: 1, label: start }
      leaves:
        DE-BE: { en: Berlin }
        DE-BB: { en: Brandenburg }
        DE-BY: { en: Bavaria, ja: バイエルン }
      groups:
        DE-BERBB:
          names: { en: Berlin and Brandenburg }
          members: [DE-BE, { region: DE-BB, from: 1996-01-01, to: 2005-12-31 }, { region: DE-BB, from: 2010-01-01 }]
      aliases: { DE-BAV: DE-BY }
      """;

  @TempDir Path folder;

  @Test
  void shouldAddACountryWithoutJava() throws IOException {
    Regions regions = Regions.load(List.of(pack(GERMANY)));

    assertThat(regions.countries()).containsExactly("CN", "DE", "JP", "US");
    assertThat(regions.canonical("DE-BY")).isEqualTo("DE-BY");
    assertThat(regions.canonical("DE-BAV")).isEqualTo("DE-BY");
    assertThat(regions.name("DE-BE", "ja")).isEqualTo("Berlin");
    assertThatThrownBy(() -> regions.canonical("DE-BX"))
        .isInstanceOf(UnknownRegionException.class)
        .hasMessageContaining("'DE-BB'");
    assertThat(Regions.shipped().canonical("DE-BY")).isEqualTo("DE-ZZ");
  }

  @ParameterizedTest
  @CsvSource({
    "1995-12-31, false",
    "1996-01-01, true",
    "2005-12-31, true",
    "2006-01-01, false",
    "2009-12-31, false",
    "2010-01-01, true",
    "2099-01-01, true",
  })
  void shouldFollowMembershipOverTime(LocalDate day, boolean member) throws IOException {
    Regions regions = Regions.load(List.of(pack(GERMANY)));

    assertThat(regions.containing("DE-BB", day).contains("DE-BERBB")).isEqualTo(member);
    assertThat(regions.leaves("DE-BERBB", day).contains("DE-BB")).isEqualTo(member);
    assertThat(regions.overlapsPartly("DE-BERBB", "DE-BB", day)).isEqualTo(member);
    assertThat(regions.overlapsPartly("DE-BERBB", "DE-BB")).isTrue();
    assertThat(regions.containing("DE-BE", day)).contains("DE-BERBB", "DE", "WORLD");
  }

  @Test
  void shouldAddGroupsToACountryThatIsThere() throws IOException {
    Regions regions =
        Regions.load(
            List.of(
                pack(
                    """
                    country: JP
                    groups:
                      JP-KEIHANSHIN: { names: { en: Keihanshin }, members: [JP-26, JP-27, JP-28] }
                    """)));

    assertThat(regions.groups("JP")).contains("JP-KEIHANSHIN", "JP-KANTO11");
    assertThat(regions.containing("JP-27", LocalDate.EPOCH)).contains("JP-KEIHANSHIN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "country: DE | country: QQ | :1: 'QQ' is not an ISO 3166-1 country code",
        "country: DE | county: DE | :1: unknown key 'county'; did you mean 'country'?",
        "start_month: 1 | start_month: 13 | :3: a fiscal year begins in a month from 1 to 12",
        "label: start | label: begin | :3: unknown value 'begin'",
        "DE-BE: { en | DE-be: { en | :5: 'DE-be' is not a region of DE",
        "DE-BE: { en | DE-ZZ: { en | :5: the code DE-ZZ is taken",
        "DE-BE: { en: | DE-BE: { ja: | :5: key 'en' is missing",
        "[DE-BE, | [DE-BX, | :11: 'DE-BX' is not a leaf of DE; did you mean",
        "from: 2010-01-01 | from: 2010-13-01 | :11: '2010-13-01' is not a day",
        "from: 2010-01-01 | from: 2005-06-01 | DE-BB is a member twice at the same time",
        "to: 2005-12-31 | to: 1990-12-31 | :11: the membership of DE-BB ends before it begins",
        "DE-BAV: DE-BY | DE-BAV: DE-BV | :12: the alias DE-BAV stands for the unknown region"
            + " 'DE-BV'",
        "DE-BAV: DE-BY | DE-BE: DE-BY | :12: the code DE-BE is taken",
      })
  void shouldRefuseAWrongPackWithFileAndLine(String right, String wrong, String message)
      throws IOException {
    Path file = pack(GERMANY.replace(right, wrong));

    assertThatThrownBy(() -> Regions.load(List.of(file)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("pack.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseASecondPackOfACountryAndAMissingFile() throws IOException {
    Path japan = pack(GERMANY.replace("DE", "JP"));

    assertThatThrownBy(() -> Regions.load(List.of(japan)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("JP is known already");
    assertThatThrownBy(() -> Regions.load(List.of(folder.resolve("none.yaml"))))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("none.yaml:1: there is no such region pack");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "country: DE # Österreich".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Regions.load(List.of(latin)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("not UTF-8");
  }

  private Path pack(String yaml) throws IOException {
    return Files.writeString(folder.resolve("pack.yaml"), yaml);
  }
}
