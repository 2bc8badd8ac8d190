package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;

/**
 * What a derived cell is made from.
 *
 * @param formula in words, with ids and regions
 * @param calculation with numbers, `744/1773`; empty where a number is missing
 * @param parts cells that it is made from
 * @param cited facts of the reference stream that it is made from
 * @param again the value worked out anew from these, as the cell would print it; empty where it
 *     can't be
 */
record Origin(
    String formula,
    String calculation,
    List<Part> parts,
    List<Cited> cited,
    Optional<String> again) {
  /**
   * A cell that another is made from.
   *
   * @param role what it is to the other: `numerator`, `member`, `base`
   */
  record Part(String role, CellQuestion cell) {}

  Origin {
    parts = List.copyOf(parts);
    cited = List.copyOf(cited);
  }

  static Origin of(String formula, String calculation, List<Part> parts, Optional<String> again) {
    return new Origin(formula, calculation, parts, List.of(), again);
  }
}
