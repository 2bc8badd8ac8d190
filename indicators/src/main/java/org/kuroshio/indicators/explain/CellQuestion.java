package org.kuroshio.indicators.explain;

/**
 * Which number is to be explained.
 *
 * @param group the reference set; for simple kinds only what the region is shown in
 * @param period a label
 * @param breakdown `category=PLATFORM`, or empty
 */
public record CellQuestion(
    String indicator, String group, String region, String period, String breakdown) {}
