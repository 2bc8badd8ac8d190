package org.kuroshio.indicators.definition;

/** The paper's three facets: 要素, 机制, 環境. */
public enum Facet {
  ELEMENT,
  MECHANISM,
  ENVIRONMENT,
  ALL
}
