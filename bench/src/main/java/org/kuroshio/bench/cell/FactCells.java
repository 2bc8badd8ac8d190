package org.kuroshio.bench.cell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.bench.work.Flow;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;

/**
 * The cells that a fact counts in: leaf, groups, country and world; month and fiscal year; whole
 * and fractional. Remembers what it was asked; not for many threads.
 */
public final class FactCells {
  /** What a fractional count of one is written as: 1 to 6 parties divide it. */
  public static final int PARTS = 60;

  /**
   * @param key `indicator|region|period`
   * @param amount 1, or a part of {@link #PARTS}
   */
  public record Share(String key, int amount) {}

  private final Regions regions = Regions.shipped();
  private final Map<String, Share[]> known = new HashMap<>();

  /** Where a fact, as {@link Fact#text} writes it, counts, and how much. */
  public Share[] of(String fact) {
    Share[] shares = known.get(fact);
    if (shares == null) {
      shares = shares(fact);
      known.put(fact, shares);
    }
    return shares;
  }

  private Share[] shares(String fact) {
    String[] parts = fact.split(",", -1);
    Flow flow = Flow.values()[fact.charAt(0) - 'a'];
    LocalDate day = Fact.firstDay(Integer.parseInt(parts[0].substring(1)));
    int parties = parts.length - 1;
    Map<String, Integer> places = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      for (String region : regions.containing(parts[i], day)) {
        places.merge(region, PARTS / parties, Integer::sum);
      }
    }
    List<Share> shares = new ArrayList<>();
    places.forEach(
        (region, amount) -> {
          for (String period : periods(day, region)) {
            String place = "|" + region + "|" + period;
            shares.add(new Share(flow.whole() + place, 1));
            flow.fractional().ifPresent(id -> shares.add(new Share(id + place, amount)));
          }
        });
    return shares.toArray(new Share[0]);
  }

  private List<String> periods(LocalDate day, String region) {
    FiscalCalendar calendar = regions.calendar(region).orElse(null);
    int epochDay = Math.toIntExact(day.toEpochDay());
    List<String> labels = new ArrayList<>(2);
    for (PeriodType type : List.of(PeriodType.M, PeriodType.FY)) {
      Optional<Period> period = Period.containing(type, epochDay, epochDay, calendar);
      period.ifPresent(p -> labels.add(p.label()));
    }
    return labels;
  }
}
