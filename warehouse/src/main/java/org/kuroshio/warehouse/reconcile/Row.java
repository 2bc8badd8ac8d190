package org.kuroshio.warehouse.reconcile;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.kuroshio.schemas.table.IndicatorValue;

/**
 * A cell as it must stand in the database: what is text there as text, numbers without the zeros
 * that say nothing. Compared with {@link #equals}.
 */
record Row(List<Object> values) {
  /** The columns in the order of the values. */
  static final String COLUMNS =
      "indicator, version, region_group, region, period, breakdown, unit, value, exact_n, exact_d,"
          + " numerator_n, numerator_d, denominator_n, denominator_d, rank, ranked, status, reason,"
          + " cut, updated_at";

  static Row of(IndicatorValue cell) {
    return new Row(
        Arrays.asList(
            cell.getIndicator(),
            cell.getVersion(),
            cell.getGroup(),
            cell.getRegion(),
            cell.getPeriod(),
            cell.getBreakdown(),
            cell.getUnit(),
            number(cell.getValue()),
            part(cell.getExact(), 0),
            part(cell.getExact(), 1),
            part(cell.getNumerator(), 0),
            part(cell.getNumerator(), 1),
            part(cell.getDenominator(), 0),
            part(cell.getDenominator(), 1),
            number(cell.getRank()),
            cell.getRanked(),
            cell.getStatus().name(),
            cell.getReason(),
            cell.getCut(),
            cell.getUpdatedAt().truncatedTo(ChronoUnit.MICROS)));
  }

  /** Of a result with {@link #COLUMNS} from its second column on. */
  static Row of(ResultSet result) throws SQLException {
    Object[] values = new Object[COLUMNS.split(",", -1).length];
    for (int i = 0; i < values.length; i++) {
      values[i] = plain(i == values.length - 1 ? time(result, i + 2) : result.getObject(i + 2));
    }
    return new Row(Arrays.asList(values));
  }

  /** Null where the cell has none. */
  BigDecimal value() {
    return (BigDecimal) values.get(7);
  }

  String indicator() {
    return (String) values.get(0);
  }

  private static Instant time(ResultSet result, int column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Object plain(Object value) {
    return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text).stripTrailingZeros();
  }

  private static BigDecimal part(String exact, int part) {
    if (exact == null) {
      return null;
    }
    int slash = exact.indexOf('/');
    String first = slash < 0 ? exact : exact.substring(0, slash);
    String second = slash < 0 ? "1" : exact.substring(slash + 1);
    return number(part == 0 ? first : second);
  }
}
