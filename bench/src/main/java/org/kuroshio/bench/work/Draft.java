package org.kuroshio.bench.work;

import java.util.List;
import java.util.OptionalInt;

/**
 * One version of one entity, before it is an event.
 *
 * @param number of the entity
 * @param version as its source says; higher is later
 * @param withdrawn taken back: it adds nothing
 * @param core whether its source calls a venture core
 * @param firstDay of {@link Flow.Day#FIRST}, since 1970-01-01
 * @param secondDay of {@link Flow.Day#SECOND}, empty if that has not happened
 * @param leads regions of {@link Flow.Parties#LEADS}, one for each party
 * @param others regions of {@link Flow.Parties#OTHERS}
 */
public record Draft(
    EntityKind kind,
    int number,
    long version,
    boolean withdrawn,
    boolean core,
    int firstDay,
    OptionalInt secondDay,
    List<String> leads,
    List<String> others) {
  /** The id of the entity and the key of its events. */
  public String entityId() {
    return kind.stream() + ":JP-2019-" + (10_000_000 + number);
  }
}
