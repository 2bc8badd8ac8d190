package org.kuroshio.indicators.alert.reconciliation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;

/**
 * Which indicators may be taken for one another: those in one unit that count, in the end, the same
 * kind of entity.
 */
final class Relations {
  private final Catalogue catalogue;
  private final Map<String, Set<String>> entities = new HashMap<>();

  Relations(Catalogue catalogue) {
    this.catalogue = catalogue;
    for (Catalogue.MeasureUse use : catalogue.measures()) {
      use.readers()
          .forEach(
              reader ->
                  entities
                      .computeIfAbsent(reader.id(), id -> new HashSet<>())
                      .add(use.measure().entity()));
    }
  }

  /** The indicator itself among them. */
  List<Indicator> of(Indicator indicator) {
    Set<String> counted = counted(indicator);
    return catalogue.all().stream()
        .filter(
            other ->
                other.id().equals(indicator.id())
                    || (other.unit().equals(indicator.unit())
                        && !(other.kind() instanceof Kind.Gap)
                        && counted(other).stream().anyMatch(counted::contains)))
        .toList();
  }

  private Set<String> counted(Indicator indicator) {
    Set<String> all = new HashSet<>(entities.getOrDefault(indicator.id(), Set.of()));
    for (String input : indicator.kind().inputs()) {
      catalogue.find(input).ifPresent(i -> all.addAll(counted(i)));
    }
    return all;
  }
}
