package org.kuroshio.ingest.source;

/** Where the days come from for which a source vouches. */
public sealed interface CoveragePeriod permits ConstantPeriod, FilePeriod, WindowPeriod {}
