package org.kuroshio.indicators.definition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.yaml.DefinitionException;

/** Every mistake is refused with file, line, what is wrong and what would be right. */
class RefusedDefinitionsTest {
  private static final String FLOW =
      """
      indicators:
        - id: my.flow
          version: 1
          titles: { en: Flow, ja: 流, zh: 流 }
          description: { en: Something that flows. }
          facet: element
          kind: simple
          unit: firms
          polarity: +1
          periods: [CY, FY, TD]
          stream: ventures
          entity: Venture
          where: { status: ACTIVE }
          aggregate: count
          counting: whole
          date: foundedOn
          region: { basis: hq, path: headquarters }
      """;

  private static String derived(String id, String kind, String unit, String... lines) {
    return """
      - id: %s
        version: 1
        titles: { en: Derived, ja: 派, zh: 派 }
        description: { en: Something derived. }
        facet: element
        kind: %s
        unit: %s
        polarity: +1
        periods: [CY]
    """
            .formatted(id, kind, unit)
        + String.join("", Arrays.stream(lines).map(l -> "    " + l + "\n").toList());
  }

  static Stream<Arguments> mistakes() {
    String share = "denominator: { indicator: my.flow, region: group }";
    return Stream.of(
        change("kind: simple", "kin: simple", 7, "unknown key 'kin'; did you mean 'kind'?"),
        change("kind: simple", "kind: simpel", 7, "unknown kind 'simpel'; did you mean 'simple'?"),
        change("stream: ventures", "stream: venture", 11, "did you mean 'ventures'?"),
        change(
            "entity: Venture",
            "entity: Ventur",
            12,
            "stream 'ventures' has no entity 'Ventur'; did you mean 'Venture'?"),
        change(
            "status: ACTIVE",
            "state: ACTIVE",
            13,
            "'Venture' has no field 'state'; did you mean 'status'?"),
        change(
            "status: ACTIVE",
            "status: ACTIV",
            13,
            "'status' has no value 'ACTIV'; did you mean 'ACTIVE'?"),
        change("status: ACTIVE", "core: yes", 13, "'core' is true or false, not 'yes'"),
        change(
            "status: ACTIVE",
            "parents.region: JP-13",
            13,
            "'parents.region' goes on behind a list; use 'each'"),
        change(
            "status: ACTIVE", "parents: { different: region, least: 0 }", 13, "at least 1, not 0"),
        change(
            "date: foundedOn",
            "date: foundedIn",
            16,
            "'Venture' has no field 'foundedIn'; did you mean 'foundedOn'?"),
        change("date: foundedOn", "date: status", 16, "'status' is no date interval"),
        change(
            "path: headquarters",
            "path: categories",
            17,
            "'categories' is neither a region code nor a party"),
        change(
            "counting: whole",
            "counting: fractions",
            15,
            "unknown value 'fractions'; did you mean 'fractional'?"),
        change("counting: whole", "counted: whole", 15, "unknown key 'counted'"),
        change("aggregate: count", "aggregate: { sum: core }", 14, "sum takes money"),
        change("aggregate: count", "aggregate: median", 14, "unknown aggregation 'median'"),
        change("polarity: +1", "polarity: 2", 9, "polarity is +1, 0 or -1, not 2"),
        change("periods: [CY, FY, TD]", "periods: [CY, Y]", 10, "unknown value 'Y'"),
        change(
            "periods: [CY, FY, TD]",
            "periods: []",
            10,
            "without periods it has no cells; name one, such as [FY]"),
        change("ja: 流", "ja: ''", 4, "'ja' has no text"),
        change("version: 1", "version: 0", 3, "versions count from 1, not 0"),
        change("id: my.flow", "id: My Flow", 2, "an id is lower-case words joined by dots"),
        change("ja: 流,", "", 4, "key 'ja' is missing"),
        change("kind: simple", "kind: stock", 16, "unknown key 'date'"),
        added(
            derived("my.ratio", "ratio", "ratio", "numerator: my.flow", "denominator: my.flo"),
            18,
            "my.ratio: there is no indicator 'my.flo'; did you mean 'my.flow'?"),
        added(
            derived("my.a", "derived", "firms", "terms: my.b")
                + derived("my.b", "derived", "firms", "terms: my.a"),
            18,
            "my.a: is computed from itself: my.a -> my.b -> my.a"),
        added(
            derived("my.sum", "derived", "firms", "terms: [my.flow, company.created]"),
            18,
            "takes together 'my.flow' in firms and 'company.created' in companies"),
        added(
            derived(
                "my.ratio", "ratio", "ratio", "numerator: my.flow", "denominator: company.created"),
            18,
            "divides firms by companies and calls it a ratio; its unit is 'firms per companies'"),
        added(
            derived(
                "my.ratio",
                "ratio",
                "money per firm",
                "numerator: program.funding.committed",
                "denominator: my.flow"),
            18,
            "money is kept by currency and can be divided by money only"),
        added(
            derived(
                "my.ratio",
                "ratio",
                "ratio",
                "numerator: my.flow",
                "denominator: my.flow",
                "absent_is_zero: my.flaw"),
            29,
            "'my.flaw' is none of the terms; did you mean 'my.flow'?"),
        added(
            derived(
                "my.share",
                "share",
                "ratio",
                "numerator: my.flow",
                "denominator: { indicator: my.flow }"),
            28,
            "a share names the region of its denominator: { indicator: my.flow, region: group },"
                + " or region: country"),
        added(
            derived("my.share", "share", "ratio", "numerator: my.flow", "denominator: my.flow"),
            28,
            "a share names the region of its denominator: { indicator: my.flow, region: group },"
                + " or region: country"),
        added(
            derived(
                "my.share",
                "share",
                "ratio",
                "numerator: program.projects.awarded",
                "denominator: { indicator: program.projects.awarded, region: group }"),
            18,
            "take the fractional count"),
        added(
            derived("my.share", "share", "ratio", "numerator: company.created", share),
            18,
            "takes together 'company.created' in companies and 'my.flow' in firms"),
        added(
            derived(
                "my.rank",
                "rank",
                "rank",
                "of: my.flow",
                "method: dense",
                "set: JP-KANTO",
                "direction: highest-first"),
            29,
            "there is no set of regions 'JP-KANTO'; did you mean 'JP-KANTO7'?"),
        added(
            derived(
                "my.rank",
                "rank",
                "rank",
                "of: my.flow",
                "method: dense",
                "set: JP-13",
                "direction: highest-first"),
            29,
            "'JP-13' is no group of regions or country"),
        added(
            derived(
                "my.rank",
                "rank",
                "rank",
                "of: my.flow",
                "method: densest",
                "set: JP",
                "direction: highest-first"),
            28,
            "unknown value 'densest'; did you mean 'dense'?"),
        added(
            derived(
                "my.rank",
                "rank",
                "rank",
                "of: my.flow",
                "method: dense",
                "set: JP",
                "direction: lowest-first"),
            18,
            "puts the lowest 'my.flow' first, whose polarity is +1"),
        added(
            derived(
                "my.rank",
                "rank",
                "rank",
                "of: venture.share_of_region",
                "method: dense",
                "set: JP",
                "direction: highest-first"),
            18,
            "takes 'venture.share_of_region', a share, which has a value only within a set"),
        added(derived("my.growth", "growth", "ratio", "of: my.flow"), 18, "key 'base' is missing"),
        added(
            derived("my.growth", "growth", "ratio", "of: my.flow", "base: FY2001"),
            18,
            "its base 'FY2001' is a year of FY, so its periods are [FY], not [CY]"),
        added(
            derived(
                "my.growth", "growth", "ratio", "of: my.flow", "base: previous", "annual: true"),
            18,
            "a yearly rate names its base period"),
        added(
            derived("my.gap", "gap", "firms", "of_units: firm"),
            18,
            "no indicator has the unit 'firm'; did you mean 'firms'?"),
        added(
            derived("my.growth", "growth", "ratio", "of: my.flow", "base: FY20")
                .replace("periods: [CY]", "periods: [FY]"),
            18,
            "its base 'FY20' is no year"),
        added(
            derived(
                "my.cap",
                "per-capita",
                "firms",
                "numerator: my.flow",
                "series: POPULATION",
                "scale: 0"),
            29,
            "a scale is 1 or more, not 0"),
        added(
            derived("my.cap", "per-capita", "firms", "numerator: my.flow"),
            18,
            "key 'series' is missing"),
        added(
            derived("my.flow", "derived", "firms", "terms: company.created"),
            18,
            "my.flow: the id 'my.flow' is also defined at my.yaml:2"));
  }

  private static Arguments change(String what, String with, int line, String message) {
    if (!FLOW.contains(what)) {
      throw new IllegalArgumentException(what);
    }
    return Arguments.of(FLOW.replace(what, with), line, message);
  }

  private static Arguments added(String text, int line, String message) {
    return Arguments.of(FLOW + text, line, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void shouldRefuse(String text, int line, String message) {
    assertThatThrownBy(() -> load(text))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("my.yaml:" + line + ": ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @MethodSource("stocks")
  void shouldRefuseAStock(String from, String to, String message) {
    String stock =
        FLOW.replace("kind: simple", "kind: stock")
            .replace("periods: [CY, FY, TD]", "periods: [CY, FY]")
            .replace("date: foundedOn", "from: foundedOn");
    assertThatThrownBy(() -> load(stock.replace(from, to)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("my.yaml:2: ")
        .hasMessageContaining(message);
  }

  static Stream<Arguments> stocks() {
    return Stream.of(
        Arguments.of("[CY, FY]", "[D, CY]", "a stock stands at the ends of M, Q, CY and FY"),
        Arguments.of("[CY, FY]", "[CY, TD]", "a stock stands at an end, and TD has none"),
        Arguments.of("from: foundedOn", "through: closedOn", "says when a fact enters it"));
  }

  @Test
  void shouldRefuseAnInputWithoutTheNeededPeriods() {
    String text =
        FLOW
            + derived("my.core", "derived", "firms", "terms: venture.stock").replace("[CY]", "[D]");

    assertThatThrownBy(() -> load(text))
        .hasMessage(
            "my.yaml:18: my.core: has cells for D, but its input 'venture.stock' only for"
                + " [M, Q, CY, FY]");
  }

  @Test
  void shouldRefuseWhatIsNoYaml() {
    assertThatThrownBy(() -> load("indicators: ["))
        .hasMessageStartingWith("my.yaml:1: no valid YAML");
    assertThatThrownBy(() -> CatalogueFiles.read(Path.of("no.yaml"), Regions.shipped()))
        .hasMessageStartingWith("no.yaml:1: there is no such file");
  }

  private static Catalogue load(String text) {
    List<Indicator> all = new ArrayList<>();
    for (Indicator indicator : CatalogueFiles.shipped(List.of()).all()) {
      all.add(indicator);
    }
    all.addAll(CatalogueFiles.parse("my.yaml", text, Regions.shipped()));
    return Catalogue.of(all);
  }
}
