package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/**
 * Why a cell is what it is.
 *
 * @param cell what was asked, in the cell's own reference set and unit
 * @param published as readers of the tables know it; empty where it is MISSING
 * @param status what the value is worth, or why there is none
 * @param words the status in words, line by line; empty for NORMAL
 * @param formula how such a cell is made
 * @param calculation the same with numbers, `744/1773`; empty where there are none
 * @param inputs cells that it is made from; empty for simple kinds
 * @param cited facts of the reference stream that it rests on
 * @param entities behind a simple kind; empty for derived kinds, and where the explanation was not
 *     asked to go so deep
 * @param check whether all this makes the cell; empty where there is no number, or nothing deeper
 *     was looked at
 */
public record Explanation(
    CellQuestion cell,
    Indicator indicator,
    Optional<IndicatorValue> published,
    Status status,
    List<String> words,
    String formula,
    String calculation,
    List<Input> inputs,
    List<Cited> cited,
    Optional<Contributions> entities,
    Optional<Check> check) {
  /**
   * A cell that another is made from.
   *
   * @param role what it is to the other: `numerator`, `ranked 1`, `base`
   */
  public record Input(String role, Explanation of) {}

  public Explanation {
    words = List.copyOf(words);
    inputs = List.copyOf(inputs);
    cited = List.copyOf(cited);
  }

  /** Whether it or anything below it does not add up. */
  public boolean isContradicted() {
    return check.filter(c -> !c.holds()).isPresent()
        || inputs.stream().anyMatch(input -> input.of().isContradicted());
  }
}
