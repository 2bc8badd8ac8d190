package org.kuroshio.serve.answer;

import java.io.PrintStream;
import java.util.List;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.serve.print.Csv;

/**
 * Rows as SDMX-CSV 1.0: a data flow, dimensions, the observation and its attributes. Statuses are
 * those of the code list CL_OBS_STATUS; `OBS_COMMENT` says more where there is more to say.
 */
public final class SdmxCsv {
  private static final String DATAFLOW = "KUROSHIO:INDICATORS(1.0)";

  private static final List<String> HEADER =
      List.of(
          "DATAFLOW",
          "INDICATOR",
          "REF_GROUP",
          "REF_AREA",
          "BREAKDOWN",
          "UNIT_MEASURE",
          "TIME_PERIOD",
          "OBS_VALUE",
          "OBS_STATUS",
          "OBS_COMMENT");

  private SdmxCsv() {}

  public static void write(List<TableRow> rows, PrintStream out) {
    Csv csv = new Csv(out);
    csv.line(HEADER);
    for (TableRow row : rows) {
      csv.line(
          List.of(
              DATAFLOW,
              row.indicator(),
              row.group(),
              row.region(),
              row.breakdown().isEmpty() ? "_T" : row.breakdown(),
              row.unit(),
              row.period(),
              row.value(),
              code(row.status()),
              row.reason()));
    }
  }

  /** A normal, B break, E estimated, M missing, P provisional, U low reliability, O not there. */
  private static String code(Status status) {
    return switch (status) {
      case NORMAL -> "A";
      case ESTIMATED -> "E";
      case PROVISIONAL -> "P";
      case PARTIAL -> "U";
      case BREAK -> "B";
      case MISSING -> "O";
      case UNDEFINED -> "M";
    };
  }
}
