package org.kuroshio.ingest.source;

import java.util.List;

/** For what a file or window that was read to its end vouches: there an absent fact means zero. */
public record CoverageClaim(List<String> indicators, List<String> regions, CoveragePeriod period) {
  public CoverageClaim {
    indicators = List.copyOf(indicators);
    regions = List.copyOf(regions);
    if (indicators.isEmpty() || regions.isEmpty()) {
      throw new IllegalArgumentException("coverage names at least one indicator and one region");
    }
  }
}
