package org.kuroshio.schemas.entity;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.entity.Problem.Reason;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.event.Money;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.reference.ReportedFigure;

/** What the fields of a record must be together. Looked at only if each of them is right. */
final class RecordRules {
  interface Rule {
    /** May also complete the record. */
    void check(SpecificRecord record, At at, Reading reading);
  }

  private static final String UNKNOWN = "ZZ";
  private static final String WORLD = "WORLD";

  private static final Map<String, Rule> RULES =
      Map.of(
          "DateInterval", (record, at, reading) -> interval((DateInterval) record, at, reading),
          "Money", (record, at, reading) -> money((Money) record, at, reading),
          "Party", (record, at, reading) -> party((Party) record, at, reading),
          "ReportedFigure", (record, at, reading) -> figure((ReportedFigure) record, at, reading));

  private RecordRules() {}

  static Rule of(String record) {
    return RULES.getOrDefault(record, (value, at, reading) -> {});
  }

  private static void interval(DateInterval interval, At at, Reading reading) {
    LocalDate from = interval.getFrom();
    LocalDate to = interval.getTo();
    if (to.isBefore(from)) {
      reading.wrong(
          at, Reason.BAD_DATE, from + " to " + to, "an interval that begins before it ends");
    } else if (interval.getLabel() == null) {
      interval.setLabel(DateLabels.label(from, to));
    } else if (!agrees(interval, reading)) {
      reading.wrong(
          at.to("label"),
          Reason.CONTRADICTION,
          "%s for %s to %s".formatted(Reading.quote(interval.getLabel()), from, to),
          "a label of these days, or these days to be the label's");
    }
  }

  /** A label that we can't read, as of another calendar, is the publisher's own and stays. */
  private static boolean agrees(DateInterval interval, Reading reading) {
    try {
      DateInterval meant = DateLabels.parse(interval.getLabel(), reading.context().fiscalYears());
      return meant.getFrom().equals(interval.getFrom()) && meant.getTo().equals(interval.getTo());
    } catch (DateTimeException e) {
      return true;
    }
  }

  private static void money(Money money, At at, Reading reading) {
    ordered(money.getLow(), money.getAmount(), at.to("amount"), reading);
    ordered(money.getAmount(), money.getHigh(), at.to("high"), reading);
    ordered(money.getLow(), money.getHigh(), at.to("high"), reading);
  }

  private static void figure(ReportedFigure figure, At at, Reading reading) {
    if (figure.getValue() == null && figure.getLow() == null && figure.getHigh() == null) {
      reading.wrong(at.to("value"), Reason.MISSING, "nothing", "a value, or low, or high");
    }
    ordered(figure.getLow(), figure.getHigh(), at.to("high"), reading);
  }

  private static void ordered(BigDecimal small, BigDecimal great, At at, Reading reading) {
    if (small != null && great != null && small.compareTo(great) > 0) {
      reading.wrong(
          at,
          Reason.CONTRADICTION,
          great.toPlainString(),
          small.toPlainString() + " or more, as low, amount and high come in this order");
    }
  }

  private static void party(Party party, At at, Reading reading) {
    if (party.getRole() == PartyRole.INVENTOR) {
      refuseName(party.getOrganisationName(), at.to("organisationName"), reading);
      refuseName(party.getOrganisationId(), at.to("organisationId"), reading);
    }
    String region = party.getRegion();
    String country = party.getCountry();
    boolean placed = !region.equals(UNKNOWN) && !region.equals(WORLD);
    if (!placed && region.equals(UNKNOWN) && !country.equals(UNKNOWN)) {
      party.setRegion(country + "-" + UNKNOWN);
    } else if (placed && country.equals(UNKNOWN)) {
      party.setCountry(region.substring(0, 2));
    } else if (placed && !region.startsWith(country)) {
      reading.wrong(
          at.to("region"),
          Reason.CONTRADICTION,
          "region %s in country %s".formatted(region, country),
          "a region of the country; the country may be left out");
    }
  }

  /** The text itself is not shown. */
  private static void refuseName(String name, At at, Reading reading) {
    if (name != null) {
      reading.wrong(
          at,
          Reason.PERSONAL_DATA,
          "a name or id of an inventor",
          "nothing, as natural persons appear only as a region and a weight");
    }
  }
}
