package org.kuroshio.schemas.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kuroshio.schemas.entity.Problem.Reason;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Project;
import org.kuroshio.schemas.program.ProjectCategory;
import org.kuroshio.schemas.reference.Observation;
import org.kuroshio.schemas.venture.RegistryChange;

class EntityJsonTest {
  private static final String CHANGE =
      "{'corporateNumber': '1234567890123', 'process': '01', 'on': '2021-07-14', 'region': 'JP-13'}";
  private static final String FUNDING =
      "{'fundingId': 'f', 'money': {'amount': %s, 'currency': 'JPY'}}";
  private static final String PROJECT =
      "{'projectId': 'p', 'parties': [{'role': 'LEAD', 'country': %s, 'region': %s}]}";

  @Test
  void shouldFillWhatIsNotSaid() {
    RegistryChange change = (RegistryChange) read("RegistryChange", CHANGE);

    assertThat(change.getOn().getFrom()).isEqualTo(LocalDate.parse("2021-07-14"));
    assertThat(change.getCorrection()).isFalse();
    assertThat(change.getKind()).isNull();
  }

  @Test
  void shouldReadWordsListsAndLabels() {
    Project project =
        (Project)
            read(
                "Project",
                "{'projectId': 'p', 'category': 'PLATFORM', 'fields': ['bio', 'it'], 'labels': {'ja': '首都圏'}}");

    assertThat(project.getCategory()).isEqualTo(ProjectCategory.PLATFORM);
    assertThat(project.getFields()).containsExactly("bio", "it");
    assertThat(project.getLabels()).containsEntry("ja", "首都圏");
  }

  @Test
  void shouldTakeNullAndBlankForAbsent() {
    RegistryChange change =
        (RegistryChange)
            read(
                "RegistryChange",
                "{'corporateNumber': '1', 'process': '01', 'on': '2021-07-14', 'kind': ' ', 'effectiveOn': '', 'correction': null}");

    assertThat(change.getKind()).isNull();
    assertThat(change.getEffectiveOn()).isNull();
    assertThat(change.getCorrection()).isFalse();
    assertThat(change.getRegion()).isEqualTo("ZZ");
  }

  @Test
  void shouldReportEverythingAtOnce() {
    assertThat(
            problems(
                "RegistryChange",
                "{'corporateNumber': 12, 'on': '2017-13-40', 'regoin': 'JP-13', 'region': 'Tokyo'}"))
        .extracting(Problem::path, Problem::reason)
        .containsExactlyInAnyOrder(
            tuple("/corporateNumber", Reason.WRONG_TYPE),
            tuple("/process", Reason.MISSING),
            tuple("/on", Reason.BAD_DATE),
            tuple("/regoin", Reason.UNKNOWN_FIELD),
            tuple("/region", Reason.BAD_REGION));
  }

  @Test
  void shouldSuggestNearestFieldWithoutShowingItsValue() {
    assertThatThrownBy(() -> read("RegistryChange", "{'regoin': 'Taro Yamada'}"))
        .hasMessageContaining("did you mean 'region'?")
        .hasMessageNotContaining("Taro");
  }

  @Test
  void shouldSuggestNearestWord() {
    assertThatThrownBy(() -> read("Project", "{'projectId': 'p', 'category': 'PLATFORMS'}"))
        .hasMessageContaining("/category: text 'PLATFORMS'")
        .hasMessageContaining("did you mean 'PLATFORM'?");
  }

  @Test
  void shouldSuggestNearestEntity() {
    assertThatThrownBy(() -> read("RegistryChanges", CHANGE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean 'RegistryChange'?");
  }

  @ParameterizedTest
  @CsvSource({
    "2017-13-40, MonthOfYear",
    "2021-02-29, not a leap year",
    "2021-2-9, not a date",
    "20210714, not a date",
    "2012/2008, ends before it begins",
    "FY2006, states no country"
  })
  void shouldSayWhatIsWrongWithDate(String label, String why) {
    assertThatThrownBy(() -> read("RegistryChange", CHANGE.replace("2021-07-14", label)))
        .hasMessageContaining("/on: '" + label + "'")
        .hasMessageContaining(why);
  }

  @Test
  void shouldReadFiscalYearInItsCountrysCalendar() {
    DateInterval year =
        ((RegistryChange)
                EventJson.entity(
                    "RegistryChange",
                    Json.of(CHANGE.replace("2021-07-14", "FY2006")),
                    EventContext.NONE.withFiscalYears(FiscalCalendar.US)))
            .getOn();

    assertThat(year.getFrom()).isEqualTo(LocalDate.parse("2005-10-01"));
    assertThat(year.getTo()).isEqualTo(LocalDate.parse("2006-09-30"));
    assertThat(year.getLabel()).isEqualTo("FY2006");
  }

  @Test
  void shouldLabelIntervalThatHasNone() {
    assertThat(on("{'from': '2021-04-01', 'to': '2021-04-30'}").getLabel()).isEqualTo("2021-04");
    assertThat(on("{'from': '2021-01-01', 'to': '2021-12-31'}").getLabel()).isEqualTo("2021");
    assertThat(on("{'from': '2021-04-01', 'to': '2021-04-02'}").getLabel())
        .isEqualTo("2021-04-01/2021-04-02");
  }

  @Test
  void shouldKeepPublishersOwnLabel() {
    assertThat(on("{'from': '2006-04-01', 'to': '2007-03-31', 'label': '平成18年度'}").getLabel())
        .isEqualTo("平成18年度");
  }

  @Test
  void shouldRefuseLabelOfOtherDays() {
    assertThatThrownBy(() -> on("{'from': '2021-04-01', 'to': '2021-04-30', 'label': '2021'}"))
        .hasMessageContaining("/on/label: '2021' for 2021-04-01 to 2021-04-30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234.5", "'1234.5'", "1234.5000", "'1234.50'"})
  void shouldReadSameAmountFromNumberAndText(String amount) {
    Funding funding = (Funding) read("Funding", FUNDING.formatted(amount));

    assertThat(funding.getMoney().getAmount()).isEqualTo(new BigDecimal("1234.5000"));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, NEGATIVE_AMOUNT",
    "'''-0.5''', NEGATIVE_AMOUNT",
    "1.23456, BAD_NUMBER",
    "'''1,000''', BAD_NUMBER",
    "'''NaN''', BAD_NUMBER",
    "'''1e3''', BAD_NUMBER",
    "1e999999999, BAD_NUMBER",
    "1e-999999999, BAD_NUMBER",
    "true, WRONG_TYPE",
    "[1], WRONG_TYPE"
  })
  void shouldRefuseWhatIsNoAmount(String amount, Reason reason) {
    assertThat(problems("Funding", FUNDING.formatted(amount)))
        .singleElement()
        .returns("/money/amount", Problem::path)
        .returns(reason, Problem::reason);
  }

  @Test
  void shouldRefuseNumbersThatWereRoundedBefore() {
    ObjectNode json = (ObjectNode) Json.of(FUNDING.formatted("1"));
    ((ObjectNode) json.get("money")).set("amount", DoubleNode.valueOf(1234567890123456.7));

    assertThatThrownBy(() -> EventJson.entity("Funding", json, EventContext.NONE))
        .hasMessageContaining("text in quotes where more than 15 digits matter");
    ((ObjectNode) json.get("money")).set("amount", DoubleNode.valueOf(Double.NaN));
    assertThatThrownBy(() -> EventJson.entity("Funding", json, EventContext.NONE))
        .hasMessageContaining("NaN");
  }

  @Test
  void shouldReadNegativeObservation() {
    Observation observation =
        (Observation)
            read(
                "Observation",
                "{'series': 'GROWTH', 'region': 'JP', 'referenceDate': '2020', 'value': '-4.5', 'unit': '%', 'vintage': '1'}");

    assertThat(observation.getValue()).isEqualByComparingTo("-4.5");
  }

  @Test
  void shouldRefuseUnknownCurrencyAndInvertedRange() {
    assertThat(
            problems(
                "Funding",
                "{'fundingId': 'f', 'money': {'amount': 3, 'low': 4, 'currency': 'YEN'}}"))
        .extracting(Problem::path)
        .containsExactly("/money/currency");
    assertThat(
            problems(
                "Funding",
                "{'fundingId': 'f', 'money': {'amount': 3, 'low': 4, 'currency': 'JPY'}}"))
        .extracting(Problem::reason)
        .containsExactly(Reason.CONTRADICTION);
  }

  @ParameterizedTest
  @CsvSource({
    "null, JP-13, JP, JP-13",
    "JP, null, JP, JP-ZZ",
    "null, null, ZZ, ZZ",
    "null, JP-KANTO11, JP, JP-KANTO11",
    "CA, CA-ZZ, CA, CA-ZZ"
  })
  void shouldCompletePlaceOfParty(
      String country, String region, String itsCountry, String itsRegion) {
    String json = PROJECT.formatted(quoted(country), quoted(region));

    Party party = ((Project) read("Project", json)).getParties().get(0);

    assertThat(party.getCountry()).isEqualTo(itsCountry);
    assertThat(party.getRegion()).isEqualTo(itsRegion);
  }

  @Test
  void shouldRefuseRegionOfAnotherCountry() {
    assertThat(problems("Project", PROJECT.formatted("'US'", "'JP-13'")))
        .singleElement()
        .returns("/parties/0/region", Problem::path)
        .returns(Reason.CONTRADICTION, Problem::reason);
  }

  @Test
  void shouldAskContextWhetherRegionExists() {
    EventContext context = EventContext.NONE.withKnownRegions(code -> !code.equals("JP-99"));
    String json = CHANGE.replace("JP-13", "JP-99");

    assertThatThrownBy(() -> EventJson.entity("RegistryChange", Json.of(json), context))
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_REGION))
        .hasMessageContaining("'JP-99'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "'x'", "1.5"})
  void shouldRefuseWeightThatIsNoPositiveFraction(String weight) {
    String json =
        "{'projectId': 'p', 'parties': [{'role': 'LEAD', 'weightDenominator': %s}]}"
            .formatted(weight);

    assertThat(problems("Project", json))
        .singleElement()
        .returns("/parties/0/weightDenominator", Problem::path)
        .returns(Reason.BAD_NUMBER, Problem::reason);
  }

  @Test
  void shouldRefuseInventorsNameWithoutShowingIt() {
    assertThatThrownBy(
            () ->
                read(
                    "Application",
                    "{'office': 'JP', 'number': '1', 'parties': [{'role': 'INVENTOR', 'organisationName': 'Taro'}]}"))
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.PERSONAL_DATA))
        .hasMessageNotContaining("Taro");
  }

  @Test
  void shouldRefuseNullInList() {
    assertThat(problems("Project", "{'projectId': 'p', 'fields': ['bio', null]}"))
        .extracting(Problem::path)
        .containsExactly("/fields/1");
  }

  @Test
  void shouldRefuseWhatIsNoObject() {
    assertThatThrownBy(() -> read("Project", "['p']")).hasMessageContaining("a list");
  }

  @Test
  void shouldKnowEveryEntityOfTheCatalogue() {
    assertThat(EntityTypes.all())
        .extracting(EntityType::name)
        .containsExactly(
            "Programme",
            "Project",
            "Funding",
            "Membership",
            "Placement",
            "Milestone",
            "Disclosure",
            "Application",
            "Family",
            "Deal",
            "Royalty",
            "Commercialisation",
            "Venture",
            "FundingRound",
            "RegistryChange",
            "Observation",
            "ReportedFigure",
            "Coverage");
    assertThat(EntityTypes.named("RegistryChange").stream()).isEqualTo(EventStream.VENTURES);
    assertThat(EventStream.VENTURES.topic(Fixtures.topics()).name())
        .isEqualTo("innovation.ventures");
  }

  private static String quoted(String text) {
    return text.equals("null") ? "null" : "'" + text + "'";
  }

  private static DateInterval on(String date) {
    return ((RegistryChange) read("RegistryChange", CHANGE.replace("'2021-07-14'", date))).getOn();
  }

  private static Object read(String entity, String json) {
    return EventJson.entity(entity, Json.of(json), EventContext.NONE);
  }

  private static List<Problem> problems(String entity, String json) {
    return catchThrowableOfType(InvalidEventException.class, () -> read(entity, json)).problems();
  }
}
