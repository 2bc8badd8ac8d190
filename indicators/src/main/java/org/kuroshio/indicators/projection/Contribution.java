package org.kuroshio.indicators.projection;

/**
 * What one entity adds to one base cell.
 *
 * @param measure the measure's name in the catalogue, or `observation:SERIES`, `figure:INDICATOR`,
 *     `coverage:INDICATOR`
 * @param breakdown `category=PLATFORM`, or empty
 * @param from first epoch day of the dated fact, as coarse as the definition allows; for a stock
 *     the day from which the amount counts
 * @param to last epoch day; for a stock the same as {@code from}
 * @param regions the locations that stand for the entity with their weights, see {@link RegionSet}
 * @param item see {@link Item}; empty for a plain amount
 * @param unit the currency of money; empty for counts
 * @param amount counts as they are, money and observations times 10^4
 */
public record Contribution(
    String measure,
    String breakdown,
    int from,
    int to,
    String regions,
    String item,
    String unit,
    long amount) {
  /** Takes contributions one by one, in no particular order. */
  public interface Sink {
    void add(Contribution contribution);
  }
}
