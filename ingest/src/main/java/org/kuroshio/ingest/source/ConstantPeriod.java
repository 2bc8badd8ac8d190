package org.kuroshio.ingest.source;

/** The same for every file. */
public record ConstantPeriod(String label) implements CoveragePeriod {}
