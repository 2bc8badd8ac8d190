package org.kuroshio.serve.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Facet;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.view.IndicatorTable.Column;
import org.kuroshio.serve.snapshot.Snapshot;

/** The catalogue, with what a snapshot has cells for. */
public final class IndicatorsAnswer {
  private final Catalogue catalogue;

  public IndicatorsAnswer(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Labels and breakdowns that there are cells for. */
  private record Present(Set<String> periods, Set<String> breakdowns) {
    Present() {
      this(new TreeSet<>(), new TreeSet<>());
    }
  }

  public ObjectNode of(Snapshot snapshot, Optional<Facet> facet, Language language) {
    Map<String, Present> present = new HashMap<>();
    for (Column column : snapshot.table().columns()) {
      Present of = present.computeIfAbsent(column.indicator(), i -> new Present());
      of.periods().add(column.period());
      if (!column.breakdown().isEmpty()) {
        of.breakdowns().add(column.breakdown());
      }
    }
    ObjectNode answer = Json.object();
    answer.put("cut", snapshot.cut().getCut());
    answer.put("catalogue", catalogue.fingerprint());
    ArrayNode indicators = answer.putArray("indicators");
    for (Indicator indicator : catalogue.all()) {
      if (facet.isEmpty() || facet.get() == indicator.facet()) {
        put(
            indicators.addObject(),
            indicator,
            present.getOrDefault(indicator.id(), new Present()),
            snapshot,
            language);
      }
    }
    return answer;
  }

  private static void put(
      ObjectNode node, Indicator indicator, Present present, Snapshot snapshot, Language language) {
    node.put("id", indicator.id());
    node.put("version", indicator.version());
    node.put("title", indicator.title(language.name()));
    Json.putTexts(node, "titles", indicator.titles());
    String english = indicator.description().getOrDefault("en", "");
    node.put("description", indicator.description().getOrDefault(language.name(), english));
    node.put("facet", word(indicator.facet()));
    node.put("kind", indicator.kind().word());
    node.put("unit", indicator.unit());
    node.put("polarity", indicator.polarity());
    Json.putTexts(node, "periods", indicator.periods().stream().map(Enum::name).toList());
    Json.putTexts(node, "inputs", indicator.kind().inputs());
    if (indicator.kind() instanceof Kind.Share share) {
      node.put("whole", share.whole().name().toLowerCase(Locale.ROOT));
    }
    Json.putTexts(node, "sets", sets(indicator.kind()));
    Json.putTexts(node, "breakdowns", present.breakdowns());
    ObjectNode latest = node.putObject("latest");
    LatestPeriods.byType(present.periods(), FiscalCalendar.CALENDAR, snapshot.cut().getAsOf())
        .forEach((type, label) -> latest.put(type.name(), label));
    Json.putTexts(node, "sources", indicator.sources());
    node.put("lifecycle", indicator.lifecycle().name().toLowerCase(Locale.ROOT));
  }

  private static Collection<String> sets(Kind kind) {
    if (kind instanceof Kind.Rank rank) {
      return rank.sets();
    }
    return kind instanceof Kind.Composite composite ? composite.sets() : List.of();
  }

  static String word(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT);
  }
}
