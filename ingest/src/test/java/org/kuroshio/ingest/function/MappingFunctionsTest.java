package org.kuroshio.ingest.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.Parser;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.ingest.rejection.RejectedException;
import org.kuroshio.schemas.entity.FiscalCalendar;

class MappingFunctionsTest {
  private static String value(String expression) throws Exception {
    return Parser.compileString(
            expression, MappingFunctions.of(Optional.of(FiscalCalendar.JP), RegionTally.NONE))
        .apply(new ObjectMapper().readTree("{\"blank\":\"\"}"))
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          date("2006-04")                      | "2006-04"
          date("FY2006")                       | "FY2006"
          date(.blank)                         | null
          date(null)                           | null
          date("13.04.2017", "dd.MM.yyyy")     | "2017-04-13"
          date("20170413", "yyyyMMdd")         | "2017-04-13"
          us-date("04/13/2017")                | "2017-04-13"
          fiscal-year("FY2007", "US")          | {"from":"2006-10-01","to":"2007-09-30","label":"FY2007"}
          fiscal-year("FY2007", "JP")          | {"from":"2007-04-01","to":"2008-03-31","label":"FY2007"}
          epoch-day("1970-01-11")              | 10
          decimal("1,234.50")                  | "1234.50"
          decimal(-3)                          | "-3"
          decimal("+7")                        | "7"
          amount("250000")                     | "250000"
          jis-region("01")                     | "JP-01"
          jis-region("47")                     | "JP-47"
          jis-region(null)                     | "JP-ZZ"
          jp-address-region("東京都港区")      | "JP-13"
          jp-address-region(null)              | "JP-ZZ"
          jp-institution-region("京都大学")    | "JP-26"
          place-region("Kariya", null, "JP")   | "JP-23"
          place-region("Kariya", "CA", "US")   | "US-CA"
          place-region("Kiel", "", "DE")       | "DE-ZZ"
          place-region(null, null, null)       | "ZZ"
          us-region("CA", "United States")     | "US-CA"
          us-region("DC", null)                | "US-DC"
          us-region("GU", "Guam")              | "US-GU"
          us-region(null, "Puerto Rico")       | "US-PR"
          us-region("ON", "Canada")            | "CA-ZZ"
          us-region("MH", "US")                | "MH-ZZ"
          us-region("AE", "USA")               | "US-ZZ"
          us-region("", "United States")       | "US-ZZ"
          us-region(null, null)                | "ZZ"
          country-code("Bermuda")              | "BM"
          country-code("KOREA, REPUBLIC OF")   | "KR"
          country-code("Côte d'Ivoire")        | "CI"
          country-code("Netherlands (The)")    | "NL"
          country-code("JPN")                  | "JP"
          country-code("SU")                   | "SU"
          country-code("UK")                   | "GB"
          country-code("")                     | null
          country-of("US-CA")                  | "US"
          country-of("ZZ")                     | "ZZ"
          group-by([{"a":1},{"a":2},{"a":1}], "a") | [[{"a":1},{"a":1}],[{"a":2}]]
          group-by(null, "a")                  | []
          hash("a", 1) == hash("a", 1)         | true
          hash("ab", "c") == hash("a", "bc")   | false
          """)
  void shouldGive(String expression, String expected) throws Exception {
    assertThat(value(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          date("2017-13-40")               | bad-date        | 2017-13-40
          date("31.02.2017", "dd.MM.yyyy") | bad-date        | 31.02.2017
          us-date("13/04/2017")            | bad-date        | MM/dd/yyyy
          date("x", "yyyy{")               | bad-pattern     | yyyy{
          fiscal-year("FY2007", "FR")      | bad-pattern     | FR
          decimal("1.234,50")              | bad-number      | 1.234,50
          decimal("1e9")                   | bad-number      | 1e9
          amount("-1")                     | negative-amount | -1
          jis-region("48")                 | unknown-region  | 01 to 47
          jis-region("00")                 | unknown-region  | 00
          jis-region("1")                  | unknown-region  | 1
          us-region("XX", "United States") | unknown-region  | XX
          us-region("ON", null)            | unknown-region  | ON
          country-code("Atlantis")         | unknown-country | Atlantis
          decimal([1])                     | wrong-type      | one value
          fail("my-reason", "because")     | my-reason       | because
          fail("No Word!", "because")      | rejected-by-mapping | because
          """)
  void shouldReject(String expression, String reason, String said) {
    assertThatThrownBy(() -> value(expression))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> {
              assertThat(e.problem().reason()).isEqualTo(reason);
              assertThat(e.problem().detail()).contains(said);
            });
  }
}
