package org.kuroshio.serve.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.schemas.table.Cut;

/** Rows as the JSON of the HTTP interface: numbers as published, null where there is none. */
public final class TableJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private TableJson() {}

  public static String of(Cut cut, List<TableRow> rows) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("cut", cut.getCut());
    answer.put("asOf", cut.getAsOf().toString());
    ArrayNode values = answer.putArray("values");
    rows.forEach(row -> put(values.addObject(), row));
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  /** The fields of one row. */
  public static void put(ObjectNode node, TableRow row) {
    node.put("indicator", row.indicator());
    node.put("version", row.version());
    node.put("group", row.group());
    node.put("region", row.region());
    node.put("name", row.name());
    node.put("period", row.period());
    node.put("breakdown", row.breakdown());
    node.put("value", row.value().isEmpty() ? null : new BigDecimal(row.value()));
    node.put("exact", orNull(row.exact()));
    node.put("unit", row.unit());
    node.put("status", row.status().name());
    node.put("rank", orNull(row.rank()));
    if (!row.numerator().isEmpty()) {
      node.put("numerator", row.numerator());
      node.put("denominator", row.denominator());
    }
    if (!row.reason().isEmpty()) {
      node.put("reason", row.reason());
    }
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
