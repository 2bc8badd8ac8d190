package org.kuroshio.standalone.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.entity.KeyedEvent;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.demo.ChildDemo;
import org.kuroshio.standalone.publish.EventPublisher;

/** The paper in the demo, as a reader of the dashboard sees it; what changes it comes last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardIT {
  private static final String PAPER = "&group=JP-KANTO11&period=FY2007";
  private static final String STOCK = "indicator=venture.stock" + PAPER;
  private static final Pattern ADDRESS = Pattern.compile("(http://\\S+?)[,\\s]");
  private static final Pattern KAFKA = Pattern.compile("Kafka\\s+(\\S+?),");
  private static final Duration PROMISED = Duration.ofSeconds(2);

  private ChildDemo demo;
  private Dashboard dashboard;
  private Answers answers;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    demo = ChildDemo.start(temp.resolve("demo"), "--no-simulation");
    demo.await(line -> line.startsWith("cut "));
    URI address = URI.create(said(ADDRESS));
    dashboard = new Dashboard(address);
    answers = new Answers(address);
  }

  @AfterAll
  void stop() throws Exception {
    try (ChildDemo running = demo) {
      if (dashboard != null) {
        dashboard.close();
      }
      running.terminate();
    }
  }

  @BeforeEach
  void openWindow() {
    dashboard.window(1440, 900, ColorScheme.LIGHT);
  }

  @AfterEach
  void shouldHaveRaisedNoError() {
    assertThat(dashboard.problems()).isEmpty();
  }

  @Test
  @Order(1)
  void shouldShowTheRankingAndTheMapAsTheTablesHaveThem() throws Exception {
    // When
    Page page = dashboard.open("?period=FY2007");

    // Then
    Map<String, String> expected = new TreeMap<>(answers.byRegion(STOCK));
    expected.remove("JP-KANTO11");
    assertThat(new TreeMap<>(dashboard.rows(".ranking-table", "data-region", "data-value")))
        .containsExactlyEntriesOf(expected);
    assertThat(page.locator("#part-headline .figure .value")).hasText("744");
    assertThat(page.locator("#part-headline .share")).containsText("41.96%");
    page.waitForFunction("() => echarts.getInstanceByDom(document.querySelector('.chart-map'))");
    for (Map.Entry<String, String> row : expected.entrySet()) {
      assertThat(dashboard.onMap(row.getKey())).hasToString(row.getValue());
    }
    dashboard.screenshot("overview");
  }

  @Test
  @Order(2)
  void shouldLetEqualRegionsShareARankAsTheRankIndicatorDoes() throws Exception {
    // When
    Page page = dashboard.open("?period=FY2007");

    // Then
    Map<String, String> ranks = answers.byRegion("indicator=venture.rank" + PAPER);
    for (Locator row : page.locator(".ranking-table tbody tr").all()) {
      String place = row.locator("td").first().textContent();
      assertThat(place.replace("=", "")).isEqualTo(ranks.get(row.getAttribute("data-region")));
    }
    assertThat(page.locator(".ranking-table tr[data-region=JP-15] td").first()).hasText("8=");
    assertThat(page.locator(".ranking-table tr[data-region=JP-20] td").first()).hasText("8=");
  }

  @Test
  @Order(3)
  void shouldShowWhatTheDefinitionOfTheRegionDoesToItsShare() {
    // Given
    Page page = dashboard.open("?period=FY2007");
    Locator definitions = page.locator(".definitions-table");
    assertThat(definitions.locator("tr[data-group=JP-KANTO11] .share-value")).hasText("41.96%");
    assertThat(definitions.locator("tr[data-group=JP-CAP8] .share-value")).hasText("38.80%");
    assertThat(definitions.locator("tr[data-group=JP-TKA4] .share-value")).hasText("33.95%");

    // When
    definitions.locator("tr[data-group=JP-CAP8] button").click();

    // Then
    assertThat(page.locator("#part-headline .figure .value")).hasText("688");
    assertThat(page.locator("#part-headline .share")).containsText("38.80%");
    assertThat(page.locator(".ranking-table tbody tr")).hasCount(8);
    assertThat(page.url()).contains("group=JP-CAP8");
    page.goBack();
    assertThat(page.locator("#part-headline .figure .value")).hasText("744");
  }

  @Test
  @Order(4)
  void shouldShowTheTrendWithItsStatuses() throws Exception {
    // When
    Page page = dashboard.open("?view=trend&indicator=program.coordinators.deployed");

    // Then
    JsonNode rows =
        answers
            .get(
                "values?indicator=program.coordinators.deployed&group=JP-KANTO11&region=JP-KANTO11&from=FY2007&to=FY2010")
            .get("values");
    for (JsonNode row : rows) {
      if (row.get("period").asText().startsWith("FY")) {
        Locator cell =
            page.locator(
                ".trend-table tr[data-period=%s] button[data-region=JP-KANTO11]"
                    .formatted(row.get("period").asText()));
        assertThat(cell).hasAttribute("data-value", row.get("value").asText());
        assertThat(cell.locator(".mark"))
            .hasCount(row.get("status").asText().equals("NORMAL") ? 0 : 1);
      }
    }
    assertThat(page.locator(".trend-table tr[data-period=FY2008] .mark-estimated").first())
        .isVisible();
    dashboard.screenshot("trend");
  }

  @Test
  @Order(5)
  void shouldShowSharesAndTheIndex() throws Exception {
    // When
    Page page = dashboard.open("?view=composition&period=FY2007");

    // Then
    Map<String, String> shares = answers.byRegion("indicator=venture.share_of_region" + PAPER);
    for (Locator row : page.locator(".shares-table tbody tr").all()) {
      assertThat(row.locator("button.value").getAttribute("data-value"))
          .isEqualTo(shares.get(row.getAttribute("data-region")));
    }
    assertThat(page.locator(".shares-table tr[data-region=JP-13]")).containsText("57.53%");
    assertThat(page.locator(".index-table tbody tr")).hasCount(11);
    dashboard.screenshot("composition");
  }

  @Test
  @Order(6)
  void shouldExplainANumberDownToItsRecords() {
    // Given
    Page page = dashboard.open("?period=FY2007");

    // When
    page.locator(".ranking-table tr[data-region=JP-13] button.value").click();

    // Then
    Locator drawer = page.locator("#explanation");
    assertThat(drawer.locator(".figure .value")).hasText("428");
    assertThat(drawer.locator(".check.holds")).isVisible();
    assertThat(drawer.locator(".entities li")).hasCount(20);
    assertThat(drawer.locator(".entities li").first())
        .containsText("classpath:data/paper/ventures.csv");
    dashboard.screenshot("explain");
    drawer.locator(".more").click();
    assertThat(drawer.locator(".entities li")).hasCount(200);

    // When its address is opened anew, and the drawer closed by the keyboard
    String address = page.url();
    page.navigate(address);
    assertThat(page.locator("#explanation .figure .value")).hasText("428");
    page.keyboard().press("Escape");
    assertThat(page.locator("#explanation")).isHidden();
    assertThat(page.url()).doesNotContain("explain=");
  }

  @Test
  @Order(7)
  void shouldGoFromAShareToWhatItIsMadeOf() {
    // Given
    Page page =
        dashboard.open(
            "?period=FY2007&explain=venture.share_of_country,JP-KANTO11,JP-KANTO11,FY2007");
    assertThat(page.locator("#explanation .exact")).containsText("744/1773");

    // When
    page.locator("#explanation .inputs button").first().click();

    // Then
    assertThat(page.locator("#explanation .figure .value")).hasText("744");
  }

  @Test
  @Order(8)
  void shouldSpeakThreeLanguages() {
    // Given
    Page page = dashboard.open("?period=FY2007");
    assertThat(page.locator("h1")).hasText("University ventures");

    // When
    page.locator("#language").selectOption("ja");

    // Then
    assertThat(page.locator("h1")).hasText("大学発ベンチャー数");
    assertThat(page.locator(".ranking-table tr[data-region=JP-13] th")).hasText("東京都");
    assertThat(page.locator("html")).hasAttribute("lang", "ja");
    dashboard.screenshot("overview-ja");
    page.locator("#language").selectOption("zh");
    assertThat(page.locator("h1")).hasText("大学创办风险企业数");
    assertThat(page.url()).contains("lang=zh");
  }

  @Test
  @Order(9)
  void shouldRestoreAViewFromItsAddress() {
    // When
    Page page =
        dashboard.open(
            "?view=trend&indicator=venture.core_stock&group=JP-TKA4&regions=JP-11%2CJP-12&lang=en");

    // Then
    assertThat(page.locator("h1")).hasText("Core ventures");
    assertThat(page.locator(".trend-table thead th"))
        .hasText(new String[] {"Period", "Greater Tokyo (4 prefectures)", "Saitama", "Chiba"});
    assertThat(page.locator("#cite-text")).containsText("venture.core_stock, definition version 1");
  }

  @Test
  @Order(10)
  void shouldShowWhatIsPublishedBesideWhatIsComputed() throws Exception {
    // When
    Page page = dashboard.open("?view=quality");

    // Then
    JsonNode figures = answers.get("quality").get("figures");
    assertThat(page.locator(".reported-table tbody tr")).hasCount(figures.size());
    Locator ventures =
        page.locator(
            ".reported-table"
                + " tr[data-indicator='venture.stock'][data-region=JP-KANTO11][data-period=FY2007]");
    assertThat(ventures.first()).containsText("774");
    assertThat(ventures.first()).containsText("744");
    assertThat(ventures.first()).containsText("+30");
    dashboard.screenshot("quality");
  }

  @Test
  @Order(11)
  void shouldShowEveryMilestoneWithItsState() throws Exception {
    // When
    Page page = dashboard.open("?view=milestones");

    // Then
    JsonNode milestones = answers.get("milestones?group=JP-KANTO11");
    assertThat(page.locator(".milestone-table tbody tr")).hasCount(milestones.get("total").asInt());
    for (Locator tally : page.locator(".tally dd").all()) {
      assertThat(tally.textContent())
          .isEqualTo(milestones.get("counts").path(tally.getAttribute("data-state")).asText("0"));
    }
    dashboard.screenshot("milestones");
  }

  @Test
  @Order(12)
  void shouldShowTheSources() throws Exception {
    // When
    Page page = dashboard.open("?view=sources");

    // Then
    assertThat(page.locator(".source-table tbody tr"))
        .hasCount(answers.get("sources").get("sources").size());
    dashboard.screenshot("sources");
  }

  @Order(13)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "overview",
        "trend",
        "composition",
        "changes",
        "milestones",
        "alerts",
        "quality",
        "sources"
      })
  void shouldKeepNobodyOut(String view) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      // When
      dashboard.window(1440, 900, scheme);
      dashboard.open("?period=FY2007&view=" + view);

      // Then
      assertThat(dashboard.barriers()).as("%s, %s", view, scheme).isEmpty();
    }
    dashboard.screenshot(view + "-dark");
  }

  @Test
  @Order(14)
  void shouldFitOnAPhone() {
    // Given
    dashboard.window(390, 844, ColorScheme.LIGHT);

    for (String view : List.of("overview", "trend", "milestones", "quality")) {
      // When
      Page page = dashboard.open("?period=FY2007&view=" + view);

      // Then
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(view).isEqualTo(390);
      dashboard.screenshot("phone-" + view);
    }
  }

  @Test
  @Order(15)
  void shouldShowAnEventWithinTwoSecondsAndSayWhyWithoutBeingLoadedAnew() throws Exception {
    // Given
    Page page = dashboard.open("?period=FY2007");
    page.waitForSelector("#live[data-state=live]");
    assertThat(dashboard.onMap("JP-19")).hasToString("5");
    page.evaluate("window.sameDocument = true");

    // When
    publish("dashboard-it:venture:<script>document.title='run'</script>");

    // Then
    await()
        .atMost(PROMISED)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> "6".equals(String.valueOf(dashboard.onMap("JP-19"))));
    assertThat(page.locator(".ranking-table tr[data-region=JP-19]"))
        .hasAttribute("data-value", "6");
    assertThat(page.locator("#part-headline .figure .value")).hasText("745");
    assertThat(page.locator("#part-feed .events").first()).containsText("<script>");
    assertThat((Boolean) page.evaluate("window.sameDocument === true")).isTrue();
    assertThat(page.title()).doesNotContain("run");
    dashboard.screenshot("live");
  }

  @Test
  @Order(16)
  void shouldCompareTwoCutsAndNameWhatChangedThem() {
    // When
    Page page = dashboard.open("?view=changes&period=FY2007&from=first&to=latest");

    // Then
    Locator row = page.locator(".compare-table tr[data-region=JP-19]");
    assertThat(row).containsText("6");
    dashboard.screenshot("changes");
  }

  private void publish(String entityId) {
    BundledIds ids = new BundledIds();
    try (EventPublisher publisher = new EventPublisher(said(KAFKA), Topics.of(ids), ids)) {
      publisher.publish(
          new KeyedEvent(
              EventStream.VENTURES,
              entityId,
              Optional.of(
                  Events.venture(entityId).foundedOn("2006-05-01").region("JP-19").build())),
          Instant.now());
      publisher.flush();
    }
  }

  /** What the demo said about itself. */
  private String said(Pattern what) {
    for (String line : demo.lines()) {
      Matcher matcher = what.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new AssertionError("the demo did not say " + what + ": " + demo.lines());
  }
}
