package org.kuroshio.indicators.alert.threshold;

import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.schemas.yaml.YamlNode;

/** Exact numbers of rules and rows. */
final class Numbers {
  private static final Rational HUNDRED = Rational.of(100);

  private Numbers() {}

  /** {@code 100}, {@code 0.05}, {@code 1/3} or {@code 5 %}. */
  static Rational read(YamlNode node) {
    String text = node.text().strip();
    try {
      return text.endsWith("%")
          ? Rational.parse(text.substring(0, text.length() - 1).strip()).divide(HUNDRED)
          : Rational.parse(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw node.problem("expected a number as 100, 0.05 or '5 %', found '" + text + "'");
    }
  }

  static Rational positive(YamlNode node) {
    Rational number = read(node);
    if (number.signum() <= 0) {
      throw node.problem("must be above 0, was " + node.text());
    }
    return number;
  }

  static Rational of(TableRow row) {
    return Rational.parse(row.exact().isEmpty() ? row.value() : row.exact());
  }
}
