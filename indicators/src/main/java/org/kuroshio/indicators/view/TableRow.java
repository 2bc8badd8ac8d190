package org.kuroshio.indicators.view;

import org.kuroshio.schemas.table.Status;

/**
 * One row of an answer.
 *
 * @param group the group that was asked for
 * @param name of the region, in the language of the answer
 * @param value 12 significant digits; empty where there is no number, and the status says why
 * @param exact `n/d`; empty for irrational kinds
 * @param rank empty where nothing is ranked
 * @param numerator empty where nothing was divided
 * @param reason why the status is not NORMAL, or what the number rests on; may be empty
 */
public record TableRow(
    String indicator,
    int version,
    String group,
    String region,
    String name,
    String period,
    String breakdown,
    String value,
    String exact,
    String unit,
    Status status,
    String rank,
    String cut,
    String numerator,
    String denominator,
    String reason) {}
