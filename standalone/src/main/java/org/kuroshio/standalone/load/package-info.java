/**
 * One source read to its end and into the tables: connector, streams, and the wait for the cut that
 * holds it all.
 */
package org.kuroshio.standalone.load;
