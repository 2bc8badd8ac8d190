/**
 * Answers "why is this number 744?": the entities behind a simple cell, and the cells behind a
 * derived one.
 */
package org.kuroshio.indicators.explain;
