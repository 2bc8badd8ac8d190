package org.kuroshio.indicators.definition;

import org.apache.avro.Schema;

/**
 * Tells sums of money, which are kept in ten-thousandths and by currency, from sums of whole
 * numbers.
 */
public final class MoneyPath {
  private MoneyPath() {}

  public static boolean isMoney(EventStream stream, String entity, String path) {
    Schema current = stream.entity(entity).orElseThrow();
    for (String name : path.split("\\.", -1)) {
      Schema field = current.getField(name).schema();
      current =
          field.getType() == Schema.Type.UNION
              ? field.getTypes().stream()
                  .filter(s -> s.getType() != Schema.Type.NULL)
                  .findFirst()
                  .orElseThrow()
              : field;
    }
    return current.getName().equals("Money");
  }
}
