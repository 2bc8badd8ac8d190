package org.kuroshio.serve.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.explanation.EventJson;

/** Differences as JSON: the events, and every cell with the entities or inputs that changed it. */
public final class DifferenceJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private DifferenceJson() {}

  public static String of(Difference difference) {
    ObjectNode answer = MAPPER.createObjectNode();
    put(answer.putObject("from"), difference.from());
    put(answer.putObject("to"), difference.to());
    ArrayNode remarks = answer.putArray("remarks");
    difference.remarks().forEach(remarks::add);
    answer.put("changedEntities", difference.changedEntities());
    answer.put("countingEntities", difference.countingEntities());
    answer.put("changedCells", difference.changedCells());
    answer.put("wantedCells", difference.wantedCells());
    ArrayNode events = answer.putArray("events");
    for (EntityChange change : difference.entities()) {
      ObjectNode node = events.addObject();
      node.put("entityId", change.entityId());
      node.put("change", difference.verb(change));
      difference.event(change).ifPresent(event -> EventJson.put(node, event));
      node.put("topic", change.source().topic());
      node.put("partition", change.source().partition());
      node.put("offset", change.offset());
    }
    ArrayNode cells = answer.putArray("cells");
    difference.cells().forEach(changed -> put(cells.addObject(), changed));
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  private static void put(ObjectNode node, Cut cut) {
    node.put("cut", cut.getCut());
    node.put("sequence", cut.getSequence());
    node.put("at", cut.getAt().toString());
    node.put("asOf", cut.getAsOf().toString());
  }

  private static void put(ObjectNode node, Difference.Changed changed) {
    address(node, changed.cell().cell());
    put(node.putObject("before"), changed.cell().before());
    put(node.putObject("after"), changed.cell().after());
    changed.cell().delta().ifPresent(delta -> node.put("delta", delta.exactText()));
    ArrayNode entities = node.putArray("entities");
    for (Cause.Part part : changed.cause().entities()) {
      entities
          .addObject()
          .put("entityId", part.entity().entityId())
          .put("before", part.before().exactText())
          .put("after", part.after().exactText());
    }
    if (changed.cause().moreEntities() > 0) {
      node.put("moreEntities", changed.cause().moreEntities());
    }
    ArrayNode inputs = node.putArray("inputs");
    changed.cause().inputs().forEach(input -> address(inputs.addObject(), input.cell()));
  }

  private static void address(ObjectNode node, IndicatorValue cell) {
    node.put("indicator", cell.getIndicator());
    node.put("version", cell.getVersion());
    node.put("group", cell.getGroup());
    node.put("region", cell.getRegion());
    node.put("period", cell.getPeriod());
    node.put("breakdown", cell.getBreakdown());
    node.put("unit", cell.getUnit());
  }

  private static void put(ObjectNode node, Optional<IndicatorValue> cell) {
    String value = cell.map(IndicatorValue::getValue).orElse(null);
    node.put("value", value == null ? null : new BigDecimal(value));
    node.put("exact", cell.map(IndicatorValue::getExact).orElse(null));
    node.put("status", CellDifference.status(cell).name());
    cell.map(IndicatorValue::getRank).ifPresent(rank -> node.put("rank", rank));
    cell.map(IndicatorValue::getReason).ifPresent(reason -> node.put("reason", reason));
  }
}
