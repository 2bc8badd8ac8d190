package org.kuroshio.indicators.alert.condition;

/** Why an alert's cause is there no longer. */
public enum Reason {
  /** what was wrong is right again */
  RECOVERED,
  /** by the facts as they are known now, it never was so */
  CORRECTED,
  /** its time is over */
  EXPIRED,
  /** the date was put off or brought forward, the original date stays */
  RESCHEDULED,
  WAIVED,
  CANCELLED,
  MISSED,
  /** the rule is there no longer */
  RULE_GONE
}
