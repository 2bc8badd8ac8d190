package org.kuroshio.serve.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.answer.CellJson;
import org.kuroshio.serve.answer.Json;
import org.kuroshio.serve.answer.Language;
import org.kuroshio.serve.snapshot.CutName;

/** Events as the bytes of a stream. */
final class EventText {
  /** How soon a reader comes back, in milliseconds. */
  static final byte[] RETRY = bytes("retry: 1000\n\n");

  static final byte[] HEARTBEAT = bytes(": alive\n\n");

  private EventText() {}

  /**
   * @param since the cut that a reader knew, where several cuts are told as one
   */
  static byte[] cut(
      Cut cut,
      Collection<IndicatorValue> cells,
      CellFilter filter,
      Optional<CutName> since,
      Regions regions) {
    ObjectNode data = Json.whole(cut);
    since.ifPresent(name -> data.put("since", name.id()));
    ArrayNode values = data.putArray("values");
    CellJson writer = new CellJson(regions, Language.en);
    for (IndicatorValue cell : cells) {
      if (filter.test(cell)) {
        writer.put(values.addObject(), cell);
      }
    }
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    event.writeBytes(bytes("id: " + CutName.of(cut) + "\nevent: cut\ndata: "));
    event.writeBytes(Json.bytes(data));
    event.writeBytes(bytes("\n\n"));
    return event.toByteArray();
  }

  /** Says why a stream goes on otherwise, or not at all. */
  static byte[] notice(String event, String reason) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(bytes("event: " + event + "\ndata: "));
    bytes.writeBytes(Json.bytes(Json.object().put("reason", reason)));
    bytes.writeBytes(bytes("\n\n"));
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
