package org.kuroshio.standalone.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;

/** A few numbers of the tables as text: what the paper counted, and how it stands by now. */
final class Headlines {
  private static final String STOCK = "venture.stock";
  private static final String SHARE = "venture.share_of_country";
  private static final String REGION = "JP-KANTO11";
  private static final String PAPERS_YEAR = "FY2007";
  private static final String NONE = "-";

  private final IndicatorTable tables;

  Headlines(IndicatorTable tables) {
    this.tables = tables;
  }

  /** As {@code ventures FY2007 JP-KANTO11 744, 41.96 % of JP}. */
  String paper() {
    return "ventures %s %s %s, %s of JP"
        .formatted(PAPERS_YEAR, REGION, number(PAPERS_YEAR, REGION), share());
  }

  /** As {@code now JP 1,812, JP-KANTO11 779, JP-13 450}. */
  String current() {
    String month = YearMonth.from(asOf()).toString();
    return "now JP %s, %s %s, JP-13 %s"
        .formatted(number(month, "JP"), REGION, number(month, REGION), number(month, "JP-13"));
  }

  /** As {@code cut 3d0b5d9f1c2a7e64 (#84)}. */
  String cut() {
    return tables
        .cut()
        .map(cut -> "cut %s (#%d)".formatted(cut.getCut(), cut.getSequence()))
        .orElse("no cut");
  }

  private LocalDate asOf() {
    return tables.cut().map(Cut::getAsOf).orElse(LocalDate.EPOCH);
  }

  private String number(String period, String region) {
    return value(STOCK, period, region)
        .map(value -> String.format(Locale.ROOT, "%,d", value.toBigInteger()))
        .orElse(NONE);
  }

  private String share() {
    return value(SHARE, PAPERS_YEAR, REGION)
        .map(value -> value.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN) + " %")
        .orElse(NONE);
  }

  private Optional<BigDecimal> value(String indicator, String period, String region) {
    return tables.cells(indicator, period, "").stream()
        .filter(cell -> cell.getRegion().equals(region))
        .map(IndicatorValue::getValue)
        .filter(value -> value != null)
        .findFirst()
        .map(BigDecimal::new);
  }
}
