package org.kuroshio.serve.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.serve.explanation.EntityEvent;
import org.kuroshio.serve.print.TextTable;
import org.kuroshio.serve.print.TextTable.Align;

/** Differences for people: the events first, then a line for each row of the tables. */
public final class DifferenceText {
  private static final int NAMED = 2;

  private DifferenceText() {}

  public static List<String> lines(Difference difference) {
    List<String> lines = new ArrayList<>();
    lines.add("From " + cut(difference.from()));
    lines.add("To   " + cut(difference.to()));
    difference.remarks().forEach(remark -> lines.add("Note: " + remark));
    lines.add("");
    addEvents(difference, lines);
    lines.add("");
    addCells(difference, lines);
    return lines;
  }

  private static String cut(Cut cut) {
    return "cut %s, number %d, of %s, as of %s"
        .formatted(cut.getCut(), cut.getSequence(), cut.getAt(), cut.getAsOf());
  }

  private static void addEvents(Difference difference, List<String> lines) {
    lines.add(
        "Entities that add something else than before: %d; that changed without that: %d"
            .formatted(
                difference.countingEntities(),
                difference.changedEntities() - difference.countingEntities()));
    TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT);
    for (EntityChange change : difference.entities()) {
      Optional<EntityEvent> event = difference.event(change);
      table.row(
          change.entityId(),
          difference.verb(change),
          event.map(e -> "version " + e.version()).orElse(""),
          event.map(EntityEvent::source).orElse(""),
          event.map(EntityEvent::inWords).orElse(""));
    }
    table.lines().forEach(line -> lines.add("  " + line));
    int more = difference.countingEntities() - difference.entities().size();
    if (more > 0) {
      lines.add("  and " + more + " more; --limit N names more");
    }
  }

  private static void addCells(Difference difference, List<String> lines) {
    String wanted =
        difference.wantedCells() == difference.changedCells()
            ? ""
            : ", of which " + difference.wantedCells() + " are asked for";
    lines.add("Cells: " + difference.changedCells() + " changed" + wanted);
    TextTable table =
        new TextTable(
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.RIGHT,
            Align.LEFT,
            Align.LEFT,
            Align.RIGHT,
            Align.LEFT);
    int told = 0;
    for (Difference.Changed changed : difference.cells()) {
      told += 1 + changed.otherPeriods();
      IndicatorValue cell = changed.cell().cell();
      String group = cell.getGroup().isEmpty() ? "" : " in " + cell.getGroup();
      String others = changed.otherPeriods() == 0 ? "" : " and " + changed.otherPeriods() + " more";
      table.row(
          cell.getIndicator(),
          cell.getRegion() + group,
          cell.getBreakdown(),
          cell.getPeriod() + others,
          value(changed.cell().before()),
          "->",
          value(changed.cell().after()),
          changed.cell().delta().map(DifferenceText::signed).orElse(""),
          because(changed.cause()));
    }
    table.lines().forEach(line -> lines.add("  " + line));
    if (told < difference.wantedCells()) {
      lines.add(
          "  and %d more; --limit N, --indicator, --region or --period show others"
              .formatted(difference.wantedCells() - told));
    }
  }

  private static String value(Optional<IndicatorValue> cell) {
    Status status = CellDifference.status(cell);
    String value = cell.map(IndicatorValue::getValue).filter(v -> v != null).orElse("");
    return status == Status.NORMAL ? value : (value + " " + status).strip();
  }

  private static String signed(Rational delta) {
    return (delta.signum() > 0 ? "+" : "") + delta.decimalText();
  }

  private static String because(Cause cause) {
    List<String> why = new ArrayList<>();
    cause.entities().stream()
        .limit(NAMED)
        .forEach(part -> why.add(part.entity().entityId() + " " + signed(part.change())));
    int more = cause.moreEntities() + Math.max(0, cause.entities().size() - NAMED);
    if (more > 0) {
      why.add("and " + more + " more");
    }
    cause.inputs().stream()
        .limit(NAMED)
        .map(input -> input.cell())
        .forEach(
            input ->
                why.add(
                    input.getIndicator()
                        + (input.getBreakdown().isEmpty() ? "" : " " + input.getBreakdown())
                        + " of "
                        + input.getRegion()));
    if (cause.inputs().size() > NAMED) {
      why.add("and " + (cause.inputs().size() - NAMED) + " more");
    }
    return why.stream().collect(Collectors.joining(", "));
  }
}
