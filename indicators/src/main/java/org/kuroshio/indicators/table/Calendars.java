package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.region.Regions;

/** Fiscal calendars by table region, remembered; WORLD and countries without a pack have none. */
final class Calendars {
  private final Regions regions;
  private final Map<String, Optional<FiscalCalendar>> known = new HashMap<>();

  Calendars(Regions regions) {
    this.regions = regions;
  }

  /** Null where there is none. */
  FiscalCalendar of(String region) {
    String code = region.startsWith(Reach.GROUP_ONLY) ? region.substring(1) : region;
    return known.computeIfAbsent(code, regions::calendar).orElse(null);
  }
}
