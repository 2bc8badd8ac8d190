package org.kuroshio.standalone.simulation;

import org.kuroshio.schemas.entity.EventStream;

/** What happens in the simulation, and how often beside the others. */
public enum Occurrence {
  FOUNDING(EventStream.VENTURES, "foundings", 260),
  /** a founding that became known long after */
  LATE_DISCOVERY(EventStream.VENTURES, "late discoveries", 30),
  /** the headquarters stand in another prefecture */
  MOVE(EventStream.VENTURES, "moves", 70),
  CORRECTION(EventStream.VENTURES, "corrections", 60),
  CLOSURE(EventStream.VENTURES, "closures", 70),
  WITHDRAWAL(EventStream.VENTURES, "withdrawals", 10),
  DISCLOSURE(EventStream.PATENTS, "disclosures", 100),
  FILING(EventStream.PATENTS, "filings", 90),
  GRANT(EventStream.PATENTS, "grants", 60),
  LICENCE(EventStream.PATENTS, "licences", 40),
  MILESTONE_PLANNED(EventStream.PROGRAMS, "milestones planned", 90),
  MILESTONE_REACHED(EventStream.PROGRAMS, "reached", 70),
  MILESTONE_MISSED(EventStream.PROGRAMS, "missed", 20),
  MILESTONE_RESCHEDULED(EventStream.PROGRAMS, "rescheduled", 30);

  private final EventStream stream;
  private final String plural;
  private final int weight;

  Occurrence(EventStream stream, String plural, int weight) {
    this.stream = stream;
    this.plural = plural;
    this.weight = weight;
  }

  EventStream stream() {
    return stream;
  }

  /** For a count of them. */
  public String plural() {
    return plural;
  }

  int weight() {
    return weight;
  }
}
