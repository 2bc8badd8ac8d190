package org.kuroshio.serve.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.snapshot.Snapshot;

/** Published figures beside computed values, and how sure each table is. */
public final class QualityAnswer {
  private static final String OF = "indicator=";

  private final Catalogue catalogue;
  private final Regions regions;

  public QualityAnswer(Catalogue catalogue, Regions regions) {
    this.catalogue = catalogue;
    this.regions = regions;
  }

  /** A gap with what it lies between. */
  private record Figure(IndicatorValue gap, Indicator of, String breakdown) {
    BigDecimal width() {
      return gap.getValue() == null ? BigDecimal.ZERO : new BigDecimal(gap.getValue()).abs();
    }
  }

  public ObjectNode of(Snapshot snapshot, Language language) {
    ObjectNode answer = Json.of(snapshot.cut()).put("at", snapshot.cut().getAt().toString());
    CellJson names = new CellJson(regions, language);
    ArrayNode figures = answer.putArray("figures");
    figures(snapshot).forEach(f -> put(figures.addObject(), f, names, language));
    ArrayNode statuses = answer.putArray("statuses");
    new TreeMap<>(snapshot.byIndicator())
        .forEach((id, cells) -> putStatuses(statuses.addObject(), id, cells, language));
    return answer;
  }

  private List<Figure> figures(Snapshot snapshot) {
    List<Figure> figures = new ArrayList<>();
    for (Indicator indicator : catalogue.all()) {
      if (indicator.kind() instanceof Kind.Gap) {
        for (IndicatorValue gap : snapshot.byIndicator().getOrDefault(indicator.id(), List.of())) {
          figure(gap).ifPresent(figures::add);
        }
      }
    }
    figures.sort(
        Comparator.comparing(Figure::width)
            .reversed()
            .thenComparing(f -> f.gap().getBreakdown())
            .thenComparing(f -> f.gap().getRegion())
            .thenComparing(f -> f.gap().getPeriod())
            .thenComparing(f -> f.gap().getGroup()));
    return figures;
  }

  /** The breakdown of a gap names what was compared: `indicator=ID` and perhaps `;K=V`. */
  private Optional<Figure> figure(IndicatorValue gap) {
    if (!gap.getBreakdown().startsWith(OF)) {
      return Optional.empty();
    }
    String rest = gap.getBreakdown().substring(OF.length());
    int end = rest.indexOf(';');
    String id = end < 0 ? rest : rest.substring(0, end);
    String breakdown = end < 0 ? "" : rest.substring(end + 1);
    return catalogue.find(id).map(of -> new Figure(gap, of, breakdown));
  }

  private static void put(ObjectNode node, Figure figure, CellJson names, Language language) {
    IndicatorValue gap = figure.gap();
    node.put("indicator", figure.of().id());
    node.put("title", figure.of().title(language.name()));
    node.put("group", gap.getGroup());
    node.put("region", gap.getRegion());
    node.put("name", names.name(gap.getRegion()));
    node.put("period", gap.getPeriod());
    node.put("breakdown", figure.breakdown());
    node.put("unit", gap.getUnit());
    node.put("reported", number(gap.getNumerator()));
    node.put("computed", number(gap.getDenominator()));
    node.put("gap", gap.getValue() == null ? null : new BigDecimal(gap.getValue()));
    node.put("status", gap.getStatus().name());
    Json.putIfThere(node, "reason", gap.getReason());
  }

  /** A gap's cell holds what it lies between as numerator and denominator. */
  private static BigDecimal number(String exact) {
    return exact == null ? null : new BigDecimal(Rational.parse(exact).decimalText());
  }

  private void putStatuses(
      ObjectNode node, String id, List<IndicatorValue> cells, Language language) {
    Map<String, Long> counts = new TreeMap<>();
    Instant newest = Instant.EPOCH;
    for (IndicatorValue cell : cells) {
      counts.merge(cell.getStatus().name(), 1L, Long::sum);
      newest = cell.getUpdatedAt().isAfter(newest) ? cell.getUpdatedAt() : newest;
    }
    node.put("indicator", id);
    node.put("title", catalogue.find(id).map(i -> i.title(language.name())).orElse(id));
    Json.putCounts(node, "counts", counts);
    node.put("updatedAt", newest.toString());
  }
}
