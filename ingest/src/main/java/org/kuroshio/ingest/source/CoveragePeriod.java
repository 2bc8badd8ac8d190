package org.kuroshio.ingest.source;

/** Where the days come from for which a file vouches. */
public sealed interface CoveragePeriod permits ConstantPeriod, FilePeriod {}
