package org.kuroshio.serve.difference;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.explanation.EntityEvent;
import org.kuroshio.serve.print.Csv;

/**
 * Differences as lines: one for each changed cell and entity that changed it; cells that no entity
 * changed by itself have one line, which names the inputs that changed.
 */
public final class DifferenceCsv {
  private static final List<String> HEADER =
      List.of(
          "indicator",
          "version",
          "group",
          "region",
          "period",
          "breakdown",
          "unit",
          "old_value",
          "old_status",
          "new_value",
          "new_status",
          "delta",
          "inputs",
          "entity",
          "change",
          "old_adds",
          "new_adds",
          "source",
          "entity_version",
          "uri",
          "position",
          "reason");

  private static final int ENTITY_COLUMNS = 9;

  private DifferenceCsv() {}

  public static void write(Difference difference, PrintStream out) {
    Csv csv = new Csv(out);
    csv.line(HEADER);
    for (Difference.Changed changed : difference.cells()) {
      List<String> cell = cell(changed);
      if (changed.cause().entities().isEmpty()) {
        csv.line(joined(cell, Collections.nCopies(ENTITY_COLUMNS, "")));
      }
      for (Cause.Part part : changed.cause().entities()) {
        csv.line(joined(cell, entity(difference, part)));
      }
    }
  }

  private static List<String> cell(Difference.Changed changed) {
    IndicatorValue cell = changed.cell().cell();
    List<String> inputs =
        changed.cause().inputs().stream()
            .map(input -> input.cell().getIndicator() + " " + input.cell().getRegion())
            .distinct()
            .toList();
    return List.of(
        cell.getIndicator(),
        Integer.toString(cell.getVersion()),
        cell.getGroup(),
        cell.getRegion(),
        cell.getPeriod(),
        cell.getBreakdown(),
        cell.getUnit(),
        value(changed.cell().before()),
        CellDifference.status(changed.cell().before()).name(),
        value(changed.cell().after()),
        CellDifference.status(changed.cell().after()).name(),
        changed.cell().delta().map(delta -> delta.exactText()).orElse(""),
        String.join("; ", inputs));
  }

  private static List<String> entity(Difference difference, Cause.Part part) {
    Optional<EntityEvent> event = difference.event(part.entity());
    return List.of(
        part.entity().entityId(),
        difference.verb(part.entity()),
        part.before().exactText(),
        part.after().exactText(),
        event.map(EntityEvent::source).orElse(""),
        event.map(e -> Long.toString(e.version())).orElse(""),
        event.map(EntityEvent::uri).orElse(""),
        event.map(EntityEvent::position).orElse(""),
        event.flatMap(EntityEvent::reason).orElse(""));
  }

  private static List<String> joined(List<String> cell, List<String> entity) {
    List<String> all = new ArrayList<>(cell);
    all.addAll(entity);
    return all;
  }

  private static String value(Optional<IndicatorValue> cell) {
    return cell.map(IndicatorValue::getValue).filter(v -> v != null).orElse("");
  }
}
