package org.kuroshio.standalone.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Quality;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.VentureFixture;
import org.kuroshio.schemas.venture.Venture;
import org.kuroshio.schemas.venture.VentureEvent;
import org.kuroshio.standalone.failure.Failure;

class AmendmentsTest {
  private static final String ID = "t:1";
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Author AUTHOR = new Author("fix.csv", "seen  the\nregister", "rk", NOW);

  private final Findings findings = new Findings("fix.csv");
  private final Amendments amendments = new Amendments(AUTHOR, Regions.shipped(), findings);
  private final List<CorrectionRow> rows = new ArrayList<>();

  @Test
  void shouldGoOnFromTheCurrentStateWithTheNextVersion() {
    // Given
    VentureFixture venture = venture().version(7).quality(Quality.RECONSTRUCTED);
    correct("headquarters.region", "JP-12");

    // When
    Amendment amendment = amended(known(venture.build()));

    // Then
    VentureEvent event = event(amendment);
    assertThat(event.getVersion()).isEqualTo(8);
    assertThat(event.getSource()).isEqualTo("manual");
    assertThat(event.getOp()).isEqualTo(Op.ASSERT);
    assertThat(event.getQuality()).containsExactly(Quality.RECONSTRUCTED, Quality.MANUAL);
    assertThat(event.getPublishedAt()).isEqualTo(NOW);
    assertThat(event.getProvenance().getUri()).isEqualTo("fix.csv");
    assertThat(event.getProvenance().getPosition())
        .isEqualTo("line 2; reason: seen the register; by: rk");
    Venture expected = (Venture) venture.build().getEntity();
    expected.getHeadquarters().setRegion("JP-12");
    assertThat(event.getEntity()).isEqualTo(expected);
    assertThat(amendment.differences())
        .containsExactly(new Difference(ID, "headquarters.region", "JP-13", "JP-12"));
  }

  @Test
  void shouldReadDatesAndFiscalYearsInTheCalendarOfTheEntitysCountry() {
    // Given
    correct("foundedOn", "FY2007");
    correct("closedOn", "2012-05");

    // When
    Amendment amendment = amended(known(venture().build()));

    // Then
    Venture venture = (Venture) event(amendment).getEntity();
    assertThat(venture.getFoundedOn().getTo()).hasToString("2008-03-31");
    assertThat(venture.getClosedOn().getTo()).hasToString("2012-05-31");
    assertThat(amendment.differences())
        .containsExactly(
            new Difference(ID, "foundedOn", "2006", "FY2007"),
            new Difference(ID, "closedOn", "(nothing)", "2012-05"));
  }

  @Test
  void shouldCorrectHowManyARecordStandsFor() {
    // Given
    correct("standsFor", "12");

    // When
    Amendment amendment = amended(known(venture().standsFor(11).build()));

    // Then
    assertThat(event(amendment).getStandsFor()).isEqualTo(12);
    assertThat(amendment.differences())
        .containsExactly(new Difference(ID, "standsFor", "11", "12"));
  }

  @Test
  void shouldSendNothingWhereNothingWouldChange() {
    // Given
    correct("headquarters.region", "JP-13");

    // Then
    assertThat(amendments.of(edit(), known(venture().build()))).isEmpty();
    assertThat(findings.isEmpty()).isTrue();
  }

  @Test
  void shouldWithdrawOnceWithTheLastState() {
    // Given
    rows.add(
        new CorrectionRow(
            "line 2", "0".repeat(64), ID, CorrectionOp.WITHDRAW, "", Optional.empty()));

    // When
    Amendment amendment = amended(known(venture().version(3).build()));

    // Then
    assertThat(event(amendment).getOp()).isEqualTo(Op.WITHDRAW);
    assertThat(event(amendment).getVersion()).isEqualTo(4);
    assertThat(event(amendment).getEntity()).isEqualTo(venture().build().getEntity());
    assertThat(amendments.of(edit(), known(event(amendment)))).isEmpty();
  }

  @Test
  void shouldRestoreTheLastAssertedStateAndCorrectItToo() {
    // Given
    rows.add(
        new CorrectionRow(
            "line 2", "0".repeat(64), ID, CorrectionOp.RESTORE, "", Optional.empty()));
    correct("core", "true");
    KnownEntity entity =
        new KnownEntity(
            EventStream.VENTURES,
            Optional.of(venture().version(5).withdrawn().build()),
            Optional.of(venture().version(2).build()));

    // When
    Amendment amendment = amended(entity);

    // Then
    assertThat(event(amendment).getVersion()).isEqualTo(6);
    assertThat(event(amendment).getOp()).isEqualTo(Op.ASSERT);
    assertThat(((Venture) event(amendment).getEntity()).getCore()).isTrue();
    assertThat(amendment.differences())
        .containsExactly(
            new Difference(ID, "(whole entity)", "withdrawn", "asserted"),
            new Difference(ID, "core", "false", "true"));
  }

  @Test
  void shouldSayThatAWithdrawnEntityMustBeRestoredFirst() {
    // Given
    correct("core", "true");

    // Then
    assertFinding(
        known(venture().withdrawn().build()),
        "line 2, column entityId, value 't:1': is withdrawn, and a row with op RESTORE must bring it back first");
  }

  @Test
  void shouldSayThatAForgottenIdIsGoneForEver() {
    // Given
    correct("core", "true");

    // Then
    assertFinding(
        new KnownEntity(EventStream.VENTURES, Optional.empty(), Optional.empty()),
        "column entityId, value 't:1': was forgotten for ever");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          headquaters.region  | JP-12      | column field, value 'headquaters.region': a field that Venture does not have, expected its known fields only; did you mean 'headquarters'?
          headquarters.region | JP-48      | column value, value 'JP-48': region 'JP-48', which no region pack knows
          headquarters.region | CN-BJ      | column value, value 'CN-BJ': region CN-BJ in country JP
          headquarters        | JP-12      | column value, value 'JP-12': text 'JP-12', expected an object of Party
          foundedOn           | 2006-13    | column value, value '2006-13': '2006-13'
          core                | yes        | column value, value 'yes': text 'yes', expected true or false
          status              | ACTVE      | column value, value 'ACTVE': text 'ACTVE', expected a word of VentureStatus; did you mean 'ACTIVE'?
          ventureId           |            | column value, value '': nothing, expected a value
          name.first          | x          | column field, value 'name.first'
          standsFor           | 0          | column value, value '0': 0, expected 1 or more
          """)
  void shouldSayWhatIsWrongWithAValueAndWhatWouldBeRight(String field, String value, String said) {
    // Given
    correct(field, value);
    VentureFixture venture = venture();
    VentureEvent event = venture.build();
    ((Venture) event.getEntity()).setName("A");

    // Then
    assertFinding(known(event), said);
  }

  private void assertFinding(KnownEntity entity, String said) {
    assertThat(amendments.of(edit(), entity)).isEmpty();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(findings::throwIfAny)
        .withMessageContaining("fix.csv, line 2")
        .withMessageContaining(said);
  }

  private Amendment amended(KnownEntity entity) {
    Optional<Amendment> amendment = amendments.of(edit(), entity);
    findings.throwIfAny();
    return amendment.orElseThrow();
  }

  private EntityEdit edit() {
    return new EntityEdit(ID, rows);
  }

  private void correct(String field, String value) {
    rows.add(
        new CorrectionRow(
            "line 2", "0".repeat(64), ID, CorrectionOp.CORRECT, field, Optional.ofNullable(value)));
  }

  private static VentureFixture venture() {
    return Events.venture(ID);
  }

  private static KnownEntity known(SpecificRecord event) {
    return new KnownEntity(EventStream.VENTURES, Optional.of(event), Optional.of(event));
  }

  private static VentureEvent event(Amendment amendment) {
    return (VentureEvent) amendment.event().value().orElseThrow();
  }
}
