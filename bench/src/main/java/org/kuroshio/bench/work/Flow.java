package org.kuroshio.bench.work;

import java.util.Optional;

/**
 * What is added up: facts of one kind by one of their dates, where some of their parties stand.
 * Read by one indicator, or by two (whole and fractional): twelve in all, the same as in {@code
 * catalogue.yaml}.
 */
public enum Flow {
  FOUNDED(EntityKind.VENTURE, Day.FIRST, Parties.LEADS, "bench.ventures", null),
  CORE(EntityKind.VENTURE, Day.FIRST, Parties.LEADS, "bench.core_ventures", null),
  CLOSED(EntityKind.VENTURE, Day.SECOND, Parties.LEADS, "bench.closures", null),
  SPUN_OUT(
      EntityKind.VENTURE,
      Day.FIRST,
      Parties.OTHERS,
      "bench.spin_offs",
      "bench.spin_offs_fractional"),
  FILED(
      EntityKind.PATENT,
      Day.FIRST,
      Parties.LEADS,
      "bench.applications",
      "bench.applications_fractional"),
  GRANTED(EntityKind.PATENT, Day.SECOND, Parties.OTHERS, "bench.grants", "bench.grants_fractional"),
  SELECTED(
      EntityKind.PROJECT, Day.FIRST, Parties.ALL, "bench.projects", "bench.projects_fractional"),
  ENDED(EntityKind.PROJECT, Day.SECOND, Parties.LEADS, "bench.projects_ended", null);

  /** Foundation, filing, selection; and closure, grant, end. */
  public enum Day {
    FIRST,
    SECOND
  }

  /** Headquarters, applicants, lead; and parent universities, inventors, participants. */
  public enum Parties {
    LEADS,
    OTHERS,
    ALL
  }

  private final EntityKind kind;
  private final Day day;
  private final Parties parties;
  private final String whole;
  private final String fractional;

  Flow(EntityKind kind, Day day, Parties parties, String whole, String fractional) {
    this.kind = kind;
    this.day = day;
    this.parties = parties;
    this.whole = whole;
    this.fractional = fractional;
  }

  public EntityKind kind() {
    return kind;
  }

  public Day day() {
    return day;
  }

  public Parties parties() {
    return parties;
  }

  /** Only ventures that their source calls core. */
  public boolean coreOnly() {
    return this == CORE;
  }

  /** The indicator that counts 1 for each region that a fact touches. */
  public String whole() {
    return whole;
  }

  /** The indicator that divides a fact over its parties. */
  public Optional<String> fractional() {
    return Optional.ofNullable(fractional);
  }
}
