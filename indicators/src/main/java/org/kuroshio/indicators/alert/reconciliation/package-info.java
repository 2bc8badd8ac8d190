/**
 * Published figures against computed values: the gap, and the hypotheses that explain it exactly.
 * Hypotheses are searched over digits and over related indicators, denominators, regions and
 * periods; nothing is known of any publication.
 */
package org.kuroshio.indicators.alert.reconciliation;
