package org.kuroshio.ingest.budget;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.measure.Measures;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;

/** Reads {@code budget}. */
public final class BudgetReader {
  private BudgetReader() {}

  public static Budget read(YamlNode node) {
    YamlMap map = node.asMap().only(List.of("perSecond", "perMinute", "perDay", "zone"));
    return new Budget(
        count(map, "perSecond"),
        count(map, "perMinute"),
        count(map, "perDay"),
        map.find("zone").map(Measures::zone).orElse(ZoneOffset.UTC));
  }

  private static Optional<Integer> count(YamlMap map, String key) {
    return map.find(key).map(node -> Measures.count(node, 1));
  }
}
