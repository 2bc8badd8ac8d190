package org.kuroshio.indicators.alert.threshold;

import org.kuroshio.indicators.alert.threshold.Verdict.Standing;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.yaml.YamlMap;

/**
 * A level with the one at which it is armed again.
 *
 * @param up whether it is crossed from below
 */
record Side(boolean up, Rational level, Rational rearm) {
  static Side read(YamlMap rule) {
    boolean up = rule.find("above").isPresent();
    if (up == rule.find("below").isPresent()) {
      throw rule.problem("a level has either 'above' or 'below'");
    }
    Rational level = Numbers.read(rule.get(up ? "above" : "below"));
    Rational rearm = rule.find("rearm").map(Numbers::read).orElse(level);
    if (up ? rearm.compareTo(level) > 0 : rearm.compareTo(level) < 0) {
      throw rule.get("rearm")
          .problem("'rearm' must not lie beyond the level: it is where the alert may ring again");
    }
    return new Side(up, level, rearm);
  }

  Standing of(Rational value) {
    if (up ? value.compareTo(level) >= 0 : value.compareTo(level) <= 0) {
      return Standing.RAISED;
    }
    boolean armed = up ? value.compareTo(rearm) < 0 : value.compareTo(rearm) > 0;
    return armed || rearm.equals(level) ? Standing.QUIET : Standing.BETWEEN;
  }

  @Override
  public String toString() {
    return "%s %s or %s, armed again %s %s"
        .formatted(
            "is",
            level.decimalText(),
            up ? "more" : "less",
            up ? "below" : "above",
            rearm.decimalText());
  }
}
