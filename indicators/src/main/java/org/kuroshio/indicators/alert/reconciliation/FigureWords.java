package org.kuroshio.indicators.alert.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.indicators.alert.condition.Finding;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.alert.rule.Message;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.region.Regions;

/** What alerts say of published figures. */
record FigureWords(Catalogue catalogue, Regions regions) {
  private static final Map<String, String> NOTHING_FITS =
      Map.of(
          "en", "no single slip and no related cell explains it",
          "ja", "単一の誤記でも関連する値でも説明できません",
          "zh", "无单一笔误或相关数值可解释");

  Finding differs(
      AlertRule<?> rule,
      Figure figure,
      Rational computed,
      Rational gap,
      List<Hypothesis> hypotheses) {
    Map<String, String> values = new TreeMap<>();
    values.put("figure", figure.entityId());
    values.put("indicator", figure.indicator());
    values.put("group", figure.group());
    values.put("region", figure.region());
    values.put("period", figure.period());
    values.put("unit", figure.unit());
    values.put("reported", figure.text());
    values.put("computed", computed.decimalText());
    values.put("computedExact", computed.exactText());
    values.put("gap", (gap.signum() > 0 ? "+" : "") + gap.decimalText());
    for (int i = 0; i < hypotheses.size(); i++) {
      values.put("hypothesis" + (i + 1), hypotheses.get(i).in("en"));
      values.put("hypothesis" + (i + 1) + "Kind", hypotheses.get(i).kind());
    }
    return new Finding(
        rule,
        figure.entityId(),
        figure.text() + "; " + computed.exactText(),
        values,
        labels(figure.indicator(), figure.group(), figure.region()),
        rule.message().filled(words(figure, values, hypotheses)),
        List.of(figure.entityId()));
  }

  Finding sum(AlertRule<?> rule, Column column, Rational computed) {
    Map<String, String> values = new TreeMap<>();
    values.put("indicator", column.indicator());
    values.put("group", column.group());
    values.put("period", column.period());
    values.put("reported", column.published().decimalText());
    values.put("computed", computed.decimalText());
    values.put("count", Integer.toString(column.figures().size()));
    return new Finding(
        rule,
        column.subject(),
        values.get("reported") + "; " + computed.exactText(),
        values,
        labels(column.indicator(), column.group(), column.group()),
        rule.message()
            .filled(
                (name, language) ->
                    switch (name) {
                      case "title" -> title(column.indicator(), language);
                      case "name" -> region(column.group(), language);
                      default -> values.get(name);
                    }),
        column.causes());
  }

  private Message.Words words(
      Figure figure, Map<String, String> values, List<Hypothesis> hypotheses) {
    return (name, language) ->
        switch (name) {
          case "title" -> title(figure.indicator(), language);
          case "name" -> region(figure.region(), language);
          case "explanation" ->
              hypotheses.isEmpty() ? NOTHING_FITS.get(language) : hypotheses.get(0).in(language);
          default -> values.get(name);
        };
  }

  private static Map<String, String> labels(String indicator, String group, String region) {
    return Map.of(
        "family", "reconciliation", "indicator", indicator, "group", group, "region", region);
  }

  private String title(String indicator, String language) {
    return catalogue.find(indicator).map(i -> i.title(language)).orElse(indicator);
  }

  private String region(String code, String language) {
    return regions.isKnown(code) ? regions.name(code, language) : code;
  }
}
