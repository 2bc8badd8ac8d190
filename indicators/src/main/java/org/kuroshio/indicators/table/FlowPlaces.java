package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;

/**
 * In which periods and regions a dated fact counts. Remembers each answer, because the same few
 * months and region sets are asked for millions of times. Not thread-safe.
 */
final class FlowPlaces {
  /** One of the places of a fact, with the weight of its regions there. */
  record FlowPlace(Period period, String region, Rational weight) {}

  /** The dates and regions of a base cell. */
  private record Where(int from, int to, String regions) {
    /** See {@link Slice#hashCode}. */
    @Override
    public int hashCode() {
      return regions.hashCode() * 0x9E3779B1 + from * 0x85EBCA6B + to * 0x27D4EB2F;
    }
  }

  private final Set<PeriodType> types;
  private final Reach reach;
  private final Calendars calendars;
  private final Map<Where, List<FlowPlace>> known = new HashMap<>();

  /** One object for each period, so that comparing them is comparing addresses. */
  private final Map<Period, Period> periods = new HashMap<>();

  FlowPlaces(Set<PeriodType> types, Reach reach, Calendars calendars) {
    this.types = types;
    this.reach = reach;
    this.calendars = calendars;
  }

  List<FlowPlace> of(int from, int to, String regions) {
    Where where = new Where(from, to, regions);
    List<FlowPlace> places = known.get(where);
    if (places == null) {
      places = places(where);
      known.put(where, places);
    }
    return places;
  }

  private List<FlowPlace> places(Where where) {
    List<FlowPlace> places = new ArrayList<>();
    for (Reach.Touched place : reach.of(where.regions, LocalDate.ofEpochDay(where.to))) {
      for (PeriodType type : types) {
        if (!type.needsCalendar() || calendars.of(place.region()) != null) {
          places.add(
              new FlowPlace(period(type, where, place.region()), place.region(), place.weight()));
        }
      }
    }
    return List.copyOf(places);
  }

  private Period period(PeriodType type, Where where, String region) {
    Period found =
        Period.containing(type, where.from, where.to, calendars.of(region))
            .orElseGet(() -> FlowTable.unallocated(type));
    return periods.computeIfAbsent(found, p -> p);
  }
}
