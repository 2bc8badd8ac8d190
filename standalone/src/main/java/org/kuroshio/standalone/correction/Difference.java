package org.kuroshio.standalone.correction;

/**
 * What a correction changed, as text for people.
 *
 * @param field a path, or {@code (whole entity)}
 * @param before {@code (nothing)} where there was none
 */
public record Difference(String entityId, String field, String before, String after) {}
