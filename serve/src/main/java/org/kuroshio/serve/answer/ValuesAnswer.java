package org.kuroshio.serve.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Lifecycle;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodRange;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;
import org.kuroshio.indicators.view.TableAnswer;
import org.kuroshio.indicators.view.TableQuery;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.serve.snapshot.Snapshot;

/** Finds the rows of a question. */
public final class ValuesAnswer {
  /** A column of 47 prefectures has 50 rows: more than this is for a sink, not for a request. */
  static final int MOST_COLUMNS = 5_000;

  private final Catalogue catalogue;
  private final Regions regions;

  public ValuesAnswer(Catalogue catalogue, Regions regions) {
    this.catalogue = catalogue;
    this.regions = regions;
  }

  /** One question to the tables for each indicator and part. */
  private record Part(Indicator indicator, String periods, String breakdown) {}

  /**
   * @throws org.kuroshio.indicators.definition.UnknownIndicatorException with the nearest id
   * @throws org.kuroshio.indicators.region.UnknownRegionException with the nearest code
   * @throws IllegalArgumentException for a period that can't be, and for too much at once
   */
  public List<TableRow> rows(Snapshot snapshot, ValuesQuestion question, Language language) {
    question
        .regions()
        .forEach(code -> regions.kind(code.replaceFirst("^" + UnallocatedRows.PREFIX, "")));
    regions.kind(question.group());
    List<Part> parts = parts(snapshot, question);
    requireModest(parts, question);
    TableAnswer tables = new TableAnswer(snapshot.table(), catalogue, regions, language.name());
    List<TableRow> rows = new ArrayList<>();
    for (Part part : parts) {
      TableQuery query =
          new TableQuery(
              List.of(part.indicator().id()), question.group(), part.periods(), part.breakdown());
      for (TableRow row : tables.rows(query)) {
        if (isWanted(row, question)) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static boolean isWanted(TableRow row, ValuesQuestion question) {
    return (question.regions().isEmpty() || question.regions().contains(row.region()))
        && (question.statuses().isEmpty() || question.statuses().contains(row.status()));
  }

  private List<Part> parts(Snapshot snapshot, ValuesQuestion question) {
    List<Part> parts = new ArrayList<>();
    for (Indicator indicator : indicators(question)) {
      Optional<String> periods = periods(snapshot, question, indicator);
      for (String breakdown : breakdowns(snapshot, question, indicator)) {
        periods.ifPresent(p -> parts.add(new Part(indicator, p, breakdown)));
      }
    }
    return parts;
  }

  private List<Indicator> indicators(ValuesQuestion question) {
    return question.facet().isEmpty()
        ? question.indicators().stream().map(catalogue::get).toList()
        : catalogue.all().stream()
            .filter(i -> i.facet() == question.facet().get())
            .filter(i -> i.lifecycle() == Lifecycle.ACTIVE)
            .toList();
  }

  /** Empty for an indicator of a facet that has no such periods, or none at all so far. */
  private Optional<String> periods(
      Snapshot snapshot, ValuesQuestion question, Indicator indicator) {
    FiscalCalendar calendar = regions.calendar(question.group()).orElse(null);
    if (question.periods().equals(ValuesQuestion.LATEST)) {
      return LatestPeriods.one(
          LatestPeriods.byType(
              snapshot.table().periods(indicator.id()),
              calendar == null ? FiscalCalendar.CALENDAR : calendar,
              snapshot.cut().getAsOf()));
    }
    List<Period> periods = parsed(question.periods(), calendar);
    boolean has = periods.stream().allMatch(p -> indicator.periods().contains(p.type()));
    return question.facet().isPresent() && !has
        ? Optional.empty()
        : Optional.of(question.periods());
  }

  private static Set<String> breakdowns(
      Snapshot snapshot, ValuesQuestion question, Indicator indicator) {
    return question.breakdown().equals(ValuesQuestion.EVERY_PART)
        ? new TreeSet<>(snapshot.table().breakdowns(indicator.id()))
        : Set.of(question.breakdown());
  }

  /** A range may run up to where there are no labels any more. */
  private static List<Period> parsed(String periods, FiscalCalendar calendar) {
    try {
      return PeriodRange.parse(periods, calendar);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("'" + periods + "': " + e.getMessage(), e);
    }
  }

  private void requireModest(List<Part> parts, ValuesQuestion question) {
    long columns = 0;
    for (Part part : parts) {
      columns += parsed(part.periods(), regions.calendar(question.group()).orElse(null)).size();
    }
    if (columns > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          "that is %,d columns (indicators x parts x periods), and at most %,d are answered at once: ask for fewer, or read the history topic"
              .formatted(columns, MOST_COLUMNS));
    }
  }
}
