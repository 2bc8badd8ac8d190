package org.kuroshio.indicators.view;

import java.util.List;

/**
 * A question to the tables.
 *
 * @param indicators ids in the order of the answer
 * @param group a named group, a country or WORLD
 * @param periods as written: `FY2007`, `2021-07-14,2021-07-15`, `2021-01..2021-12`
 * @param breakdown `category=PLATFORM`, or empty for totals
 */
public record TableQuery(List<String> indicators, String group, String periods, String breakdown) {
  public TableQuery {
    indicators = List.copyOf(indicators);
  }
}
