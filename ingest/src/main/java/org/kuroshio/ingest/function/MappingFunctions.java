package org.kuroshio.ingest.function;

import com.schibsted.spt.data.jslt.Function;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.schemas.entity.FiscalCalendar;

/**
 * All functions of one source. They keep no state but caches, and are safe for many threads if the
 * tally is.
 */
public final class MappingFunctions {
  private MappingFunctions() {}

  /**
   * @param fiscalYears what {@code FY2006} means in the source, if anything
   * @param tally told of regions that stay unknown
   */
  public static List<Function> of(Optional<FiscalCalendar> fiscalYears, RegionTally tally) {
    return Stream.of(
            DateFunctions.all(fiscalYears),
            NumberFunctions.all(),
            RegionFunctions.all(tally),
            RecordFunctions.all())
        .<Function>flatMap(List::stream)
        .toList();
  }
}
