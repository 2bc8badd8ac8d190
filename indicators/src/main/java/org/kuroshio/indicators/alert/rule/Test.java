package org.kuroshio.indicators.alert.rule;

/** What a rule asks of the world; each package of tests has its own. */
public interface Test {
  /** One sentence on what is asked, for the page of rules. */
  String described();
}
