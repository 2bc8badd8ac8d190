package org.kuroshio.bench.run;

/**
 * A kill and what came after.
 *
 * @param entities that the index held
 * @param seconds from the start of the new process to its first cut
 */
record Restart(int entities, double seconds) {}
