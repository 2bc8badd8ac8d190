package org.kuroshio.serve.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.indicators.definition.Facet;
import org.kuroshio.schemas.table.Status;

/**
 * Which numbers are wanted.
 *
 * @param indicators ids; empty for those of the facet
 * @param group a named group, a country or WORLD
 * @param regions codes of rows; empty for all
 * @param periods labels and ranges, or `latest`
 * @param breakdown a part of the total, empty for totals, `*` for every part that has cells
 * @param statuses empty for all
 */
public record ValuesQuestion(
    List<String> indicators,
    Optional<Facet> facet,
    String group,
    List<String> regions,
    String periods,
    String breakdown,
    Set<Status> statuses) {
  /** For each indicator its own. */
  public static final String LATEST = "latest";

  static final String EVERY_PART = "*";

  public ValuesQuestion {
    indicators = List.copyOf(indicators);
    regions = List.copyOf(regions);
    statuses = Set.copyOf(statuses);
    if (indicators.isEmpty() && facet.isEmpty()) {
      throw new IllegalArgumentException(
          "name what is wanted: indicator=venture.stock, or facet=environment");
    }
    if (!indicators.isEmpty() && facet.isPresent()) {
      throw new IllegalArgumentException("indicator and facet can't be asked for together");
    }
  }
}
