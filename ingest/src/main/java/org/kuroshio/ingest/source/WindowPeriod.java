package org.kuroshio.ingest.source;

/** The days of the window that a server was asked for, as far as they are over. */
public record WindowPeriod() implements CoveragePeriod {}
