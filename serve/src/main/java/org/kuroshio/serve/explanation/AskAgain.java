package org.kuroshio.serve.explanation;

import org.kuroshio.indicators.explain.CellQuestion;

/** The command that explains a cell further. */
final class AskAgain {
  private AskAgain() {}

  static String command(CellQuestion cell) {
    String breakdown = cell.breakdown().isEmpty() ? "" : " --breakdown " + cell.breakdown();
    return "kuroshio explain %s --group %s --region %s --period %s%s"
        .formatted(cell.indicator(), cell.group(), cell.region(), cell.period(), breakdown);
  }
}
