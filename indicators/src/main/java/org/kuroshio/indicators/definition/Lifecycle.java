package org.kuroshio.indicators.definition;

/** Whether a definition is computed: drafts and deprecated ones are listed but have no tables. */
public enum Lifecycle {
  DRAFT,
  ACTIVE,
  DEPRECATED
}
