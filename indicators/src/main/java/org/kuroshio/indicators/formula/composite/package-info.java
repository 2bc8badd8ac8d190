/**
 * Composite indices: members made comparable over a set of regions, weighted together over any
 * number of levels, and ranked; with what is missing and why, and how far the ranks depend on the
 * choices made.
 */
package org.kuroshio.indicators.formula.composite;
