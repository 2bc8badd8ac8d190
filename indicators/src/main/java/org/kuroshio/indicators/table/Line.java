package org.kuroshio.indicators.table;

/** What one measure's sums are kept apart by, beside period and region. */
record Line(String breakdown, String currency) {}
