/**
 * What a file vouches for when it was read to its end: the events that make an absent fact a zero.
 */
package org.kuroshio.ingest.coverage;
