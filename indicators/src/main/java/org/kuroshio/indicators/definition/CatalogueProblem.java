package org.kuroshio.indicators.definition;

import org.kuroshio.schemas.yaml.DefinitionException;

/** What is wrong with a definition beside the others. */
record CatalogueProblem(Indicator indicator, String message) {
  DefinitionException exception() {
    return indicator.place().problem(indicator.id() + ": " + message);
  }
}
