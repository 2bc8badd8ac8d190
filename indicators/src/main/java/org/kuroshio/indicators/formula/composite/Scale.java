package org.kuroshio.indicators.formula.composite;

/**
 * The range over which a member was compared, to be published with the index: a new extreme moves
 * every region's score.
 *
 * @param minimum in the member's own unit, before the transform
 * @param maximum likewise
 * @param regions how many regions had a value
 */
public record Scale(double minimum, double maximum, int regions) {}
