package org.kuroshio.indicators.alert.reconciliation;

import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.IndicatorValue;

/** Names a cell with its number, in three languages. */
final class CellSentence {
  private CellSentence() {}

  static Map<String, String> of(Indicator indicator, IndicatorValue cell, Regions regions) {
    String number =
        cell.getNumerator() == null
            ? cell.getValue()
            : "%s/%s = %s".formatted(cell.getNumerator(), cell.getDenominator(), cell.getValue());
    Map<String, String> sentences = new TreeMap<>();
    for (String language : java.util.List.of("en", "ja", "zh")) {
      String place = regions.name(cell.getRegion(), language);
      if (!cell.getGroup().isEmpty()) {
        String group = regions.name(cell.getGroup(), language);
        place = language.equals("en") ? place + " in " + group : group + "・" + place;
      }
      sentences.put(
          language,
          "%s (%s), %s, %s: %s"
              .formatted(
                  indicator.title(language), indicator.id(), place, cell.getPeriod(), number));
    }
    return sentences;
  }
}
