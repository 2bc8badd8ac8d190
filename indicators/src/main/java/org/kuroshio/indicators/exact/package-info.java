/**
 * Numbers without rounding: rationals, sums that can be added to and taken from again, and the one
 * way numbers are printed. No floating point is used before the last division.
 */
package org.kuroshio.indicators.exact;
