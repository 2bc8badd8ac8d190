package org.kuroshio.indicators.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.definition.Kind.Term;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.yaml.Nearest;

/** The rules that hold between definitions. */
final class CatalogueCheck {
  private final Map<String, Indicator> indicators;
  private final Set<String> done = new LinkedHashSet<>();
  private final List<Indicator> order = new ArrayList<>();

  CatalogueCheck(Map<String, Indicator> indicators) {
    this.indicators = indicators;
  }

  /** Active definitions, inputs first. */
  List<Indicator> ordered() {
    for (Indicator indicator : indicators.values()) {
      if (indicator.lifecycle() == Lifecycle.ACTIVE) {
        visit(indicator, new LinkedHashSet<>());
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
    checkUnits(indicator);
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

  private void checkUnits(Indicator indicator) {
    if (indicator.kind() instanceof Kind.Derived derived) {
      sameUnit(indicator, derived.terms());
    } else if (indicator.kind() instanceof Kind.Ratio ratio) {
      sameUnit(indicator, ratio.numerator());
      sameUnit(indicator, ratio.denominator());
    } else if (indicator.kind() instanceof Kind.Share share) {
      sameUnit(
          indicator, List.of(new Term(share.numerator(), 1), new Term(share.denominator(), 1)));
    } else if (indicator.kind() instanceof Kind.Growth growth && growth.base().isPresent()) {
      checkBase(indicator, growth.base().get());
    } else if (indicator.kind() instanceof Kind.Stock
        && indicator.periods().contains(PeriodType.D)) {
      throw problem(indicator, "a stock stands at the ends of M, Q, CY and FY, not at every D");
    }
  }

  private void checkBase(Indicator indicator, String base) {
    PeriodType type =
        base.startsWith("FY") ? PeriodType.FY : base.matches("\\d{4}") ? PeriodType.CY : null;
    if (type == null || !indicator.periods().equals(List.of(type))) {
      throw problem(
          indicator,
          "its base '"
              + base
              + "' is a year, so its periods are ["
              + (type == null ? "CY or FY" : type)
              + "], not "
              + indicator.periods());
    }
  }

  private void sameUnit(Indicator indicator, List<Term> terms) {
    String unit = indicators.get(terms.get(0).indicator()).unit();
    for (Term term : terms) {
      String other = indicators.get(term.indicator()).unit();
      if (!other.equals(unit)) {
        throw problem(
            indicator,
            "adds up '"
                + terms.get(0).indicator()
                + "' in "
                + unit
                + " and '"
                + term.indicator()
                + "' in "
                + other);
      }
    }
  }

  private static RuntimeException problem(Indicator indicator, String message) {
    return new CatalogueProblem(indicator, message).exception();
  }
}
