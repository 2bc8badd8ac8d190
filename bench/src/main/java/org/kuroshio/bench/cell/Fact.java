package org.kuroshio.bench.cell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kuroshio.bench.work.Draft;
import org.kuroshio.bench.work.Flow;

/**
 * What an entity adds to one flow: a month and the regions of its parties, sorted, one for each
 * party. As text it is what peers keep of an entity and count first: the same grain as Kuroshio's
 * base cells.
 */
public final class Fact {
  private static final int FIRST_YEAR = 2000;

  private Fact() {}

  /**
   * @param regions one for each party, in any order; is sorted
   */
  public static String text(Flow flow, int epochDay, List<String> regions) {
    if (regions.size() > 1) {
      regions.sort(null);
    }
    StringBuilder text = new StringBuilder(8 + 6 * regions.size());
    text.append((char) ('a' + flow.ordinal())).append(month(epochDay));
    for (String region : regions) {
      text.append(',').append(region);
    }
    return text.toString();
  }

  /** Months since January 2000. */
  static int month(int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    return (day.getYear() - FIRST_YEAR) * 12 + day.getMonthValue() - 1;
  }

  static LocalDate firstDay(int month) {
    return LocalDate.of(FIRST_YEAR, 1, 1).plusMonths(month);
  }

  /** What the entity adds; nothing for a withdrawn one. */
  static List<String> of(Draft draft) {
    List<String> facts = new ArrayList<>();
    for (Flow flow : Flow.values()) {
      if (!draft.withdrawn() && flow.kind() == draft.kind() && (draft.core() || !flow.coreOnly())) {
        if (flow.day() == Flow.Day.FIRST) {
          facts.add(text(flow, draft.firstDay(), regions(flow, draft)));
        } else if (draft.secondDay().isPresent()) {
          facts.add(text(flow, draft.secondDay().getAsInt(), regions(flow, draft)));
        }
      }
    }
    return facts;
  }

  private static List<String> regions(Flow flow, Draft draft) {
    List<String> regions = new ArrayList<>();
    if (flow.parties() != Flow.Parties.OTHERS) {
      regions.addAll(draft.leads());
    }
    if (flow.parties() != Flow.Parties.LEADS) {
      regions.addAll(draft.others());
    }
    return regions;
  }
}
