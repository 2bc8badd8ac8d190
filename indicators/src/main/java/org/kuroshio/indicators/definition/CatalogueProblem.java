package org.kuroshio.indicators.definition;

import org.kuroshio.indicators.yaml.DefinitionException;

/** What is wrong with a definition beside the others. */
record CatalogueProblem(Indicator indicator, String message) {
  DefinitionException exception() {
    int colon = indicator.place().lastIndexOf(':');
    return new DefinitionException(
        indicator.place().substring(0, colon),
        Integer.parseInt(indicator.place().substring(colon + 1)),
        indicator.id() + ": " + message);
  }
}
