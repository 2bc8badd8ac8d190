/**
 * Places as publishers write them (codes, addresses, names of cities and institutions) to region
 * codes of events. What is not given, not known or could be two places stays unknown and is counted
 * by reason; a code that does not exist is an error.
 */
package org.kuroshio.ingest.region;
