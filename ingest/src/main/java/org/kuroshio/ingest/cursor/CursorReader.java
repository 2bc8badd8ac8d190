package org.kuroshio.ingest.cursor;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.ZoneOffset;
import java.util.List;
import org.kuroshio.ingest.measure.Measures;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code cursor}. */
public final class CursorReader {
  private static final List<String> KINDS = List.of("windows", "watermark", "feed");
  private static final int MOST_LANES = 64;

  private CursorReader() {}

  public static Cursor read(YamlNode node) {
    if (node instanceof YamlText text) {
      if (text.value().equals("walk")) {
        return new Cursor.Walk();
      }
      throw text.place()
          .problem(
              "unknown cursor '"
                  + text.value()
                  + "'"
                  + Nearest.hint(text.value(), List.of("walk"))
                  + "; or one of "
                  + String.join(", ", KINDS)
                  + " with its settings");
    }
    YamlMap map = node.asMap().only(KINDS);
    if (map.values().size() != 1) {
      throw map.place().problem("exactly one cursor, one of walk, " + String.join(", ", KINDS));
    }
    String kind = map.values().keySet().iterator().next();
    YamlMap cursor = map.get(kind).asMap();
    return cursor.place().checked(() -> cursor(kind, cursor));
  }

  private static Cursor cursor(String kind, YamlMap map) {
    switch (kind) {
      case "windows":
        return windows(map);
      case "watermark":
        map.only(List.of("at", "param", "start"));
        YamlText at = map.get("at").asText();
        return new Cursor.Watermark(
            at.place().checked(() -> JsonPointer.compile(at.value())),
            map.find("param").map(node -> node.asText().value()),
            map.text("start", ""));
      default:
        map.only(List.of("start"));
        return new Cursor.Feed(map.text("start", ""));
    }
  }

  private static Cursor windows(YamlMap map) {
    map.only(List.of("start", "step", "lookback", "lag", "zone", "most", "split", "lanes"));
    int lanes = map.find("lanes").map(node -> Measures.count(node, 1)).orElse(1);
    if (lanes > MOST_LANES) {
      throw map.placeOf("lanes").problem("'lanes' is at most " + MOST_LANES + ", was " + lanes);
    }
    return new Cursor.Windows(
        Measures.day(map.get("start")),
        map.find("step").map(Measures::days).orElse(1),
        map.find("lookback").map(Measures::days).orElse(0),
        map.find("lag").map(Measures::days).orElse(0),
        map.find("zone").map(Measures::zone).orElse(ZoneOffset.UTC),
        map.find("most").map(node -> Measures.count(node, 1)),
        map.texts("split"),
        lanes);
  }
}
