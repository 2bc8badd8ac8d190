package org.kuroshio.ingest.engine;

import org.kuroshio.ingest.rejection.Problem;

/**
 * A file, or the rest of an archive, of which nothing can be read.
 *
 * @param sha256 of the file's own bytes
 * @param position {@code file}, or behind which entry
 */
record BrokenFile(String sha256, String position, Problem problem) {}
