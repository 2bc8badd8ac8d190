/** Durations, spans of days, sizes and counts as a definition writes them. */
package org.kuroshio.ingest.measure;
