package org.kuroshio.indicators.batch;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.exact.Rational;

/**
 * What one entity says of one measure.
 *
 * @param lines the empty one and its breakdowns
 * @param amount pieces, or units of money
 * @param from first day of the date; of a stock, of its opening
 * @param outFrom first day of the closing's date; null while open
 * @param locations where, with weights that sum to 1
 * @param unit currency, or empty for the definition's unit
 */
record Fact(
    Set<String> lines,
    Rational amount,
    LocalDate from,
    LocalDate to,
    LocalDate outFrom,
    LocalDate outTo,
    Map<String, Rational> locations,
    String unit) {}
