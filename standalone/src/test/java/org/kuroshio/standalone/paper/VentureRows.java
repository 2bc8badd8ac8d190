package org.kuroshio.standalone.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Makes the venture rows of the source {@code paper} from Table 3: one row for each venture that a
 * prefecture's line counts, the core ones first, and one with an unknown prefecture for each that
 * only the country's line counts.
 *
 * <p>To write the file again after a change, run {@link #main} in the module's folder.
 */
final class VentureRows {
  static final Path TABLE_3 =
      Path.of("src/test/resources/org/kuroshio/standalone/paper/table3.csv");
  static final Path VENTURES = Path.of("src/main/resources/data/paper/ventures.csv");

  private static final String REGION_TOTAL = "JP-KANTO11";
  private static final String COUNTRY_TOTAL = "JP";
  private static final String UNKNOWN_PREFECTURE = "JP-ZZ";

  /** The columns of Table 3 that say how many there are. */
  private record Line(String region, int ventures, int core) {
    static Line of(String row) {
      String[] cells = row.split(",", -1);
      return new Line(cells[0], Integer.parseInt(cells[4]), Integer.parseInt(cells[6]));
    }

    Line less(Line other) {
      return new Line(UNKNOWN_PREFECTURE, ventures - other.ventures, core - other.core);
    }
  }

  private VentureRows() {}

  /** Writes {@link #VENTURES}; the working directory is the module's. */
  public static void main(String[] args) throws IOException {
    Files.writeString(
        VENTURES,
        from(Files.readAllLines(TABLE_3, StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8);
  }

  /** The whole file, header and last line end included. */
  static String from(List<String> table3) {
    List<Line> lines = table3.stream().skip(1).map(Line::of).toList();
    StringBuilder csv = new StringBuilder("venture_id,region,core,seed_row\n");
    for (Line line : lines) {
      if (!line.region.equals(REGION_TOTAL) && !line.region.equals(COUNTRY_TOTAL)) {
        append(csv, line, "table3.csv " + line.region);
      }
    }
    append(
        csv,
        named(lines, COUNTRY_TOTAL).less(named(lines, REGION_TOTAL)),
        "table3.csv JP less JP-KANTO11");
    return csv.toString();
  }

  private static Line named(List<Line> lines, String region) {
    return lines.stream().filter(line -> line.region.equals(region)).findFirst().orElseThrow();
  }

  private static void append(StringBuilder csv, Line line, String seedRow) {
    for (int n = 1; n <= line.ventures; n++) {
      String core = n <= line.core ? "yes" : "no";
      csv.append(
          String.format(
                  Locale.ROOT,
                  "paper:venture:%s:%04d,%s,%s,%s%n",
                  line.region,
                  n,
                  line.region,
                  core,
                  seedRow)
              .replace("\r", ""));
    }
  }
}
