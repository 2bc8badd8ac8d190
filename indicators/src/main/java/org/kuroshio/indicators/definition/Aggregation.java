package org.kuroshio.indicators.definition;

/** What is added up over entities. */
public sealed interface Aggregation {
  /** Entities, each as many times as it stands for; with {@code each}, the elements that fit. */
  record Count() implements Aggregation {}

  /**
   * A whole number of the entity, or money in its own currency; the path leads to a long or to a
   * Money record.
   */
  record Sum(String path) implements Aggregation {}

  /** Different values of a text field; refuses entities that stand for more than one. */
  record Distinct(String path) implements Aggregation {}

  /**
   * Days from one date to another; an entity whose second date is open counts to the day of the
   * table.
   */
  record Days(String from, String to) implements Aggregation {}

  /** The value of an Observation or ReportedFigure as it is. */
  record Given() implements Aggregation {}
}
