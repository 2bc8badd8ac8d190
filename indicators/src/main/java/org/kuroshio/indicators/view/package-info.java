/**
 * The tables as readers see them: published cells folded cut by cut, and the rows of a question.
 */
package org.kuroshio.indicators.view;
