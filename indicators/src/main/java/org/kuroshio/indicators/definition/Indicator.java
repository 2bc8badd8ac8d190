package org.kuroshio.indicators.definition;

import java.util.List;
import java.util.Map;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.schemas.yaml.Place;

/**
 * One definition of the catalogue.
 *
 * @param id as in the catalogue, `venture.stock`
 * @param version counts up when the meaning changes; part of every cell's key
 * @param titles by language: en, ja, zh
 * @param description by language: what is counted, and the source of the rule
 * @param polarity +1 more is better, -1 less is better, 0 neither
 * @param periods the types of period it has cells for
 * @param sources names of the sources that feed it
 * @param place where it stands, for messages
 */
public record Indicator(
    String id,
    int version,
    Map<String, String> titles,
    Map<String, String> description,
    Facet facet,
    String unit,
    int polarity,
    List<PeriodType> periods,
    Kind kind,
    List<String> sources,
    Lifecycle lifecycle,
    Place place) {
  public Indicator {
    titles = Map.copyOf(titles);
    description = Map.copyOf(description);
    periods = List.copyOf(periods);
    sources = List.copyOf(sources);
  }

  public String title(String language) {
    return titles.getOrDefault(language, titles.get("en"));
  }
}
