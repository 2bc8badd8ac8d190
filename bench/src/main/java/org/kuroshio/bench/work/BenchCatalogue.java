package org.kuroshio.bench.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.region.Regions;

/** The indicators of the workload in Kuroshio's own words: the same as {@link Flow}. */
public final class BenchCatalogue {
  private static final String FILE = "catalogue.yaml";

  private BenchCatalogue() {}

  /**
   * The twelve indicators, as often as asked. Copies have a condition that every event meets, so
   * that they are measures of their own.
   */
  public static Catalogue of(int copies) {
    List<Indicator> all = new ArrayList<>();
    String text = text();
    for (int copy = 1; copy <= copies; copy++) {
      all.addAll(CatalogueFiles.parse(FILE, copied(text, copy), Regions.shipped()));
    }
    return Catalogue.of(all);
  }

  private static String copied(String text, int copy) {
    if (copy == 1) {
      return text.replaceAll("(?m)^ *where: \\{ #\\w+ }\n", "").replaceAll(", #\\w+", "");
    }
    return text.replace("id: bench.", "id: " + id("bench.", copy))
        .replaceAll("#(\\w+)", "$1: { not: [copy-" + copy + "] }");
  }

  /** The id of an indicator's copy. */
  public static String id(String indicator, int copy) {
    return copy == 1 ? indicator : indicator.replace("bench.", "bench" + copy + ".");
  }

  private static String text() {
    try (InputStream in = BenchCatalogue.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
