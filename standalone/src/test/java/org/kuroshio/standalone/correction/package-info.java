/** Corrections by hand, from the rows of a file to the events that carry them. */
package org.kuroshio.standalone.correction;
