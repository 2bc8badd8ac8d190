package org.kuroshio.streams;

import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.table.MarkerKind;

/**
 * The Kafka key of a base sum, `topic|partition|measure|breakdown|from|to|regions|item|unit`, and
 * of a marker, `topic|partition|KIND`. A null value says that the cell is gone, so the key alone
 * must name it.
 */
public record BaseSumKey(Source source, BaseKey cell) {
  private static final int PARTS = 9;

  public String text() {
    return String.join(
        "|",
        escaped(source.topic()),
        Integer.toString(source.partition()),
        escaped(cell.measure()),
        escaped(cell.breakdown()),
        Integer.toString(cell.from()),
        Integer.toString(cell.to()),
        escaped(cell.regions()),
        escaped(cell.item()),
        escaped(cell.unit()));
  }

  public static String marker(Source source, MarkerKind kind) {
    return escaped(source.topic()) + "|" + source.partition() + "|" + kind;
  }

  /**
   * @throws IllegalArgumentException if the text is no key of a base sum
   */
  public static BaseSumKey parse(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException(
          "a key of a base sum has " + PARTS + " parts, and '" + text + "' has " + parts.length);
    }
    return new BaseSumKey(
        new Source(plain(parts[0]), Integer.parseInt(parts[1])),
        new BaseKey(
            plain(parts[2]),
            plain(parts[3]),
            Integer.parseInt(parts[4]),
            Integer.parseInt(parts[5]),
            plain(parts[6]),
            plain(parts[7]),
            plain(parts[8])));
  }

  private static String escaped(String part) {
    return part.indexOf('|') < 0 && part.indexOf('%') < 0
        ? part
        : part.replace("%", "%25").replace("|", "%7C");
  }

  private static String plain(String part) {
    return part.indexOf('%') < 0 ? part : part.replace("%7C", "|").replace("%25", "%");
  }
}
