package org.kuroshio.ingest.source;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.cursor.Cursor;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code coverage}. */
final class CoverageReader {
  private static final String WINDOW = "window";

  private CoverageReader() {}

  /**
   * @param fetch how the part is had from a server; empty where it is read from files
   */
  static CoverageClaim read(YamlNode node, Optional<Fetch> fetch) {
    YamlMap map = node.asMap().only(List.of("indicators", "regions", "period"));
    boolean answers = fetch.filter(asked -> !asked.download()).isPresent();
    boolean window = map.get("period") instanceof YamlText text && text.value().equals(WINDOW);
    if (answers != window) {
      throw map.placeOf("period")
          .problem(
              answers
                  ? "what is asked of a server vouches for the days it is asked for: 'period: window'"
                  : "'window' is the period of what is asked of a server, and no download");
    }
    if (window && !isWhole(fetch.orElseThrow())) {
      throw map.placeOf("period")
          .problem("'window' needs a cursor of windows, and no slices: each would be a part only");
    }
    return map.place()
        .checked(
            () ->
                new CoverageClaim(
                    map.texts("indicators"), map.texts("regions"), period(map.get("period"))));
  }

  /** Whether one unit reads all that there is of a window. */
  private static boolean isWhole(Fetch fetch) {
    return fetch.cursor() instanceof Cursor.Windows && fetch.slices().equals(List.of(""));
  }

  private static CoveragePeriod period(YamlNode node) {
    if (node instanceof YamlText label) {
      return label.value().equals(WINDOW) ? new WindowPeriod() : new ConstantPeriod(label.value());
    }
    YamlMap map = node.asMap().only(List.of("records", "fileName"));
    return new FilePeriod(
        map.find("records").map(n -> JsonPointer.compile(n.text())),
        map.find("fileName").map(n -> FileNameDate.parse(n.text())));
  }
}
