package org.kuroshio.indicators.alert.threshold;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.schemas.yaml.YamlNode;

/**
 * One period by its label, or the current or the last whole one of a type.
 *
 * @param label as {@code FY2007}; null for a choice by type
 * @param back 0 for the current period, 1 for the one before it
 */
record PeriodChoice(String label, PeriodType type, int back) {
  static PeriodChoice read(YamlNode node, Indicator indicator, FiscalCalendar calendar) {
    PeriodChoice choice = parse(node, calendar);
    if (!indicator.periods().contains(choice.type)) {
      throw node.problem(
          "%s has no cells for %s ('%s'); it has %s"
              .formatted(indicator.id(), choice.type, node.text(), indicator.periods()));
    }
    return choice;
  }

  private static PeriodChoice parse(YamlNode node, FiscalCalendar calendar) {
    List<String> words = List.of(node.text().split(" ", -1));
    if (words.size() == 2 && (words.get(0).equals("current") || words.get(0).equals("last"))) {
      PeriodType type =
          Arrays.stream(PeriodType.values())
              .filter(t -> t.name().equals(words.get(1)) && t != PeriodType.TD)
              .findFirst()
              .orElseThrow(
                  () -> node.problem("expected D, M, Q, CY or FY, found '" + words.get(1) + "'"));
      if (type.needsCalendar() && calendar == null) {
        throw node.problem("the group has no fiscal calendar; use CY");
      }
      return new PeriodChoice(null, type, words.get(0).equals("last") ? 1 : 0);
    }
    try {
      Period period = Period.parse(node.text(), calendar);
      return new PeriodChoice(period.label(), period.type(), 0);
    } catch (IllegalArgumentException e) {
      throw node.problem(e.getMessage() + "; or 'current FY', 'last FY'");
    }
  }

  String at(LocalDate asOf, FiscalCalendar calendar) {
    if (label != null) {
      return label;
    }
    int day = Math.toIntExact(asOf.toEpochDay());
    Period current = Period.containing(type, day, day, calendar).orElseThrow();
    return (back == 0 ? current : current.previous()).label();
  }

  @Override
  public String toString() {
    return label != null ? label : "the " + (back == 0 ? "current " : "last ") + type;
  }
}
