/**
 * Answers "why is this number 744?": the entities behind a simple cell, the cells and reference
 * facts behind a derived one, whether they make the number, and what its status means. Pure: what
 * entities add is handed to it, whoever keeps it.
 */
package org.kuroshio.indicators.explain;
