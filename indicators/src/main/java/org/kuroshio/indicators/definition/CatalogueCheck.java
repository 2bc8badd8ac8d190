package org.kuroshio.indicators.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.schemas.yaml.Nearest;

/** The rules that hold between definitions. */
final class CatalogueCheck {
  private final Map<String, Indicator> indicators;
  private final KindRules rules;
  private final Set<String> done = new LinkedHashSet<>();
  private final List<Indicator> order = new ArrayList<>();

  CatalogueCheck(Map<String, Indicator> indicators) {
    this.indicators = indicators;
    this.rules = new KindRules(indicators);
  }

  /** Active definitions, inputs first, and gaps, which compare any of the others, last. */
  List<Indicator> ordered() {
    for (boolean gaps : new boolean[] {false, true}) {
      for (Indicator indicator : indicators.values()) {
        if (indicator.lifecycle() == Lifecycle.ACTIVE
            && indicator.kind() instanceof Kind.Gap == gaps) {
          visit(indicator, new LinkedHashSet<>());
        }
      }
    }
    return List.copyOf(order);
  }

  private void visit(Indicator indicator, Set<String> path) {
    if (done.contains(indicator.id())) {
      return;
    }
    if (!path.add(indicator.id())) {
      throw problem(
          indicator,
          "is computed from itself: " + String.join(" -> ", path) + " -> " + indicator.id());
    }
    for (String input : indicator.kind().inputs()) {
      Indicator found = indicators.get(input);
      if (found == null) {
        throw problem(
            indicator,
            "there is no indicator '" + input + "'" + Nearest.hint(input, indicators.keySet()));
      }
      if (found.lifecycle() != Lifecycle.ACTIVE) {
        throw problem(indicator, "its input '" + input + "' is not active");
      }
      checkPeriods(indicator, found);
      visit(found, path);
    }
    rules.check(indicator);
    path.remove(indicator.id());
    done.add(indicator.id());
    order.add(indicator);
  }

  private void checkPeriods(Indicator indicator, Indicator input) {
    for (PeriodType type : indicator.periods()) {
      if (!input.periods().contains(type)) {
        throw problem(
            indicator,
            "has cells for "
                + type
                + ", but its input '"
                + input.id()
                + "' only for "
                + input.periods());
      }
    }
  }

  private static RuntimeException problem(Indicator indicator, String message) {
    return new CatalogueProblem(indicator, message).exception();
  }
}
