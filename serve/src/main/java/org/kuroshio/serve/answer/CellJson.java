package org.kuroshio.serve.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.table.TableJson;

/** Cells as they stand in the tables, in the fields of a row. */
public final class CellJson {
  private final Regions regions;
  private final Language language;

  public CellJson(Regions regions, Language language) {
    this.regions = regions;
    this.language = language;
  }

  public void put(ObjectNode node, IndicatorValue cell) {
    TableJson.put(node, row(cell));
  }

  private TableRow row(IndicatorValue cell) {
    return new TableRow(
        cell.getIndicator(),
        cell.getVersion(),
        cell.getGroup(),
        cell.getRegion(),
        name(cell.getRegion()),
        cell.getPeriod(),
        cell.getBreakdown(),
        Objects.requireNonNullElse(cell.getValue(), ""),
        Objects.requireNonNullElse(cell.getExact(), ""),
        cell.getUnit(),
        cell.getStatus(),
        Objects.requireNonNullElse(cell.getRank(), ""),
        cell.getCut(),
        Objects.requireNonNullElse(cell.getNumerator(), ""),
        Objects.requireNonNullElse(cell.getDenominator(), ""),
        Objects.requireNonNullElse(cell.getReason(), ""));
  }

  String name(String region) {
    String code =
        region.startsWith(UnallocatedRows.PREFIX)
            ? region.substring(UnallocatedRows.PREFIX.length())
            : region;
    return regions.isKnown(code) ? regions.name(code, language.name()) : code;
  }
}
