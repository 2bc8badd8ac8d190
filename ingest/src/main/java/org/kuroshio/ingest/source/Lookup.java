package org.kuroshio.ingest.source;

import org.kuroshio.ingest.file.FilePattern;

/**
 * A CSV side file of the same input, as a table from one column to another. The mapping sees it as
 * a variable.
 *
 * @param name of the variable
 */
public record Lookup(String name, FilePattern pattern, String key, String value) {}
