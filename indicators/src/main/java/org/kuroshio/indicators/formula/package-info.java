/**
 * The formulas of derived indicators as pure functions of exact numbers. What has no answer (an
 * empty denominator, no growth from nothing) is an empty Optional and never a zero.
 */
package org.kuroshio.indicators.formula;
