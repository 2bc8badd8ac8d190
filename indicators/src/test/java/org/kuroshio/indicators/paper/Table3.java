package org.kuroshio.indicators.paper;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.VentureFixture;

/**
 * The paper's table 3: university ventures at the end of FY2007, with the columns that follow from
 * it by arithmetic, and the population of the 2005 census.
 */
final class Table3 {
  /** Japan less the eleven prefectures. */
  static final int ELSEWHERE = 1_773 - 744;

  static final int CORE_ELSEWHERE = 1_382 - 587;

  /**
   * @param share percent of the region's ventures
   * @param ofJapan percent of the country's
   */
  record Row(
      String region,
      int ventures,
      int core,
      String share,
      String coreShare,
      String ofJapan,
      String coreRatio,
      String rank,
      String dense,
      String fractional,
      String coreRank,
      int population) {}

  static final List<Row> ROWS =
      List.of(
          row("JP-13 428 340 57.5269 57.9216 24.1399 79.4393 1 1 1 1 12576601"),
          row("JP-14 131 99 17.6075 16.8654 7.3886 75.5725 2 2 2 2 8791597"),
          row("JP-08 64 49 8.6022 8.3475 3.6097 76.5625 3 3 3 3 2975167"),
          row("JP-22 36 29 4.8387 4.9404 2.0305 80.5556 4 4 4 4 3792377"),
          row("JP-11 23 19 3.0914 3.2368 1.2972 82.6087 5 5 5 5 7054243"),
          row("JP-12 20 16 2.6882 2.7257 1.1280 80.0000 6 6 6 6 6056462"),
          row("JP-10 11 11 1.4785 1.8739 0.6204 100.0000 7 7 7 7 2024135"),
          row("JP-15 10 9 1.3441 1.5332 0.5640 90.0000 8 8 8.5 8 2431459"),
          row("JP-20 10 7 1.3441 1.1925 0.5640 70.0000 8 8 8.5 9 2196114"),
          row("JP-09 6 5 0.8065 0.8518 0.3384 83.3333 10 9 10 10 2016631"),
          row("JP-19 5 3 0.6720 0.5111 0.2820 60.0000 11 10 11 11 884515"));

  private Table3() {}

  private static Row row(String text) {
    String[] w = text.split(" ", -1);
    return new Row(
        w[0],
        Integer.parseInt(w[1]),
        Integer.parseInt(w[2]),
        w[3],
        w[4],
        w[5],
        w[6],
        w[7],
        w[8],
        w[9],
        w[10],
        Integer.parseInt(w[11]));
  }

  /** 1,773 ventures, 744 of them with their prefecture, and what the table is complete for. */
  static List<SpecificRecord> events() {
    List<SpecificRecord> events = new ArrayList<>();
    for (Row row : ROWS) {
      for (int i = 0; i < row.ventures(); i++) {
        events.add(venture(row.region(), i, i < row.core()).build());
      }
    }
    for (int i = 0; i < ELSEWHERE; i++) {
      events.add(venture("JP-ZZ", i, i < CORE_ELSEWHERE).build());
    }
    for (String indicator : List.of("venture.stock", "venture.core_stock")) {
      List<String> complete = new ArrayList<>(ROWS.stream().map(Row::region).toList());
      complete.add("JP-KANTO11");
      complete.add("JP");
      events.add(
          Events.coverage("coverage:" + indicator)
              .indicator(indicator)
              .regions(complete.toArray(String[]::new))
              .period("2008-03-31")
              .build());
    }
    return events;
  }

  /** The n-th venture of a prefecture; the first ones are core. */
  static VentureFixture venture(String region, int number, boolean core) {
    VentureFixture venture =
        Events.venture("venture:" + region + ":" + number)
            .observedActiveOn("2008-03-31")
            .region(region);
    return core ? venture.core() : venture;
  }

  static List<SpecificRecord> census() {
    List<SpecificRecord> events = new ArrayList<>();
    for (Row row : ROWS) {
      events.add(
          Events.observation("population:" + row.region())
              .region(row.region())
              .on("2005-10-01")
              .valued(Integer.toString(row.population()))
              .vintage("census-2005")
              .build());
      events.add(
          Events.observation("population:2010:" + row.region())
              .region(row.region())
              .on("2010-10-01")
              .valued(Integer.toString(row.population() + 1_000))
              .vintage("census-2010")
              .build());
    }
    return events;
  }

  /** The figures of the paper's text that its own table contradicts, and their base year. */
  static List<SpecificRecord> figures() {
    return List.of(
        Events.reportedFigure("F060")
            .indicator("venture.stock", "firms")
            .of("", "JP-KANTO11", "FY2001")
            .valued("221", "0.5")
            .build(),
        Events.reportedFigure("F061")
            .indicator("venture.stock", "firms")
            .of("", "JP-KANTO11", "FY2007")
            .valued("774", "0.5")
            .build(),
        Events.reportedFigure("F063")
            .indicator("venture.share_of_country", "ratio")
            .of("JP", "JP-KANTO11", "FY2007")
            .valued("0.58", "0.005")
            .build(),
        Events.reportedFigure("F064")
            .indicator("venture.stock", "firms")
            .of("", "JP-13", "FY2007")
            .valued("428", "0.5")
            .build(),
        Events.reportedFigure("F056")
            .indicator("ref.sti_composite.in_top_n", "prefectures")
            .of("", "JP-KANTO11", "TD")
            .valued("7", "0.5")
            .build());
  }
}
