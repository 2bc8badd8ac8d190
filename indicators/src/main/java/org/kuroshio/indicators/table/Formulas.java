package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.Map;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.region.Regions;

/** The formula of each derived indicator. */
final class Formulas {
  private final Map<String, Formula> formulas = new HashMap<>();

  Formulas(Catalogue catalogue, Regions regions, Facts facts, Cells cells) {
    Inputs inputs = new Inputs(cells, regions);
    Calendars calendars = new Calendars(regions);
    for (Indicator indicator : catalogue.inOrder()) {
      Formula formula = formula(indicator.kind(), catalogue, inputs, facts, cells, calendars);
      if (formula != null) {
        formulas.put(indicator.id(), formula);
      }
    }
  }

  /** Null for the simple kinds. */
  Formula of(String indicator) {
    return formulas.get(indicator);
  }

  private static Formula formula(
      Kind kind,
      Catalogue catalogue,
      Inputs inputs,
      Facts facts,
      Cells cells,
      Calendars calendars) {
    if (kind instanceof Kind.Ratio ratio) {
      return new RatioFormula(ratio, inputs);
    } else if (kind instanceof Kind.Derived derived) {
      return new DerivedFormula(derived, inputs);
    } else if (kind instanceof Kind.Share share) {
      return new ShareFormula(share, inputs);
    } else if (kind instanceof Kind.PerCapita perCapita) {
      return new PerCapitaFormula(perCapita, inputs, facts.observations());
    } else if (kind instanceof Kind.Rank rank) {
      return new RankFormula(rank, inputs);
    } else if (kind instanceof Kind.Growth growth) {
      return new GrowthFormula(growth, inputs, facts.figures(), calendars);
    } else if (kind instanceof Kind.Concentration concentration) {
      return new ConcentrationFormula(concentration, inputs);
    } else if (kind instanceof Kind.Composite composite) {
      return new CompositeFormula(composite, inputs);
    } else if (kind instanceof Kind.Reported) {
      return new ReportedFormula(facts.figures(), calendars);
    } else if (kind instanceof Kind.Revision revision) {
      return new RevisionFormula(revision, facts.observations(), calendars);
    } else if (kind instanceof Kind.Gap gap) {
      return new GapFormula(gap, cells, facts.figures(), catalogue);
    }
    return null;
  }
}
