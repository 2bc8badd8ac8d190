package org.kuroshio.indicators.definition;

/**
 * Tells sums of money, which are kept in ten-thousandths and by currency, from sums of whole
 * numbers.
 */
public final class MoneyPath {
  private MoneyPath() {}

  public static boolean isMoney(EventStream stream, String entity, String path) {
    return Fields.find(stream.entity(entity).orElseThrow(), path).getName().equals("Money");
  }
}
