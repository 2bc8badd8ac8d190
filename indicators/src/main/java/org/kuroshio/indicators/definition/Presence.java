package org.kuroshio.indicators.definition;

import java.util.List;

/**
 * When an entity is in a stock. Of several starts the first that is set counts, of several ends the
 * earliest.
 *
 * @param label the value of the breakdown `state`, or empty
 * @param from in from the last day of the interval; empty list together with an empty {@code
 *     after}: always
 * @param after in from the day after the last day of the interval
 * @param through in up to the last day of the interval
 * @param until in up to the day before the last day of the interval
 */
public record Presence(
    String label, List<String> from, List<String> after, List<String> through, List<String> until) {
  public Presence {
    from = List.copyOf(from);
    after = List.copyOf(after);
    through = List.copyOf(through);
    until = List.copyOf(until);
  }

  /** The breakdown of a phase, {@code state=overdue}; empty where there are no phases. */
  public String line() {
    return label.isEmpty() ? "" : "state=" + label;
  }
}
