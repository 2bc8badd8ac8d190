package org.kuroshio.ingest.source;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code coverage}. */
final class CoverageReader {
  private CoverageReader() {}

  static CoverageClaim read(YamlNode node) {
    YamlMap map = node.asMap().only(List.of("indicators", "regions", "period"));
    return map.place()
        .checked(
            () ->
                new CoverageClaim(
                    map.texts("indicators"), map.texts("regions"), period(map.get("period"))));
  }

  private static CoveragePeriod period(YamlNode node) {
    if (node instanceof YamlText label) {
      return new ConstantPeriod(label.value());
    }
    YamlMap map = node.asMap().only(List.of("records", "fileName"));
    return new FilePeriod(
        map.find("records").map(n -> JsonPointer.compile(n.text())),
        map.find("fileName").map(n -> FileNameDate.parse(n.text())));
  }
}
