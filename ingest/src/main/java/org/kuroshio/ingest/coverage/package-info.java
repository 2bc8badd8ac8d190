/**
 * What a file, or a window of days that a server was asked for, vouches for when it was read to its
 * end: the events that make an absent fact a zero.
 */
package org.kuroshio.ingest.coverage;
