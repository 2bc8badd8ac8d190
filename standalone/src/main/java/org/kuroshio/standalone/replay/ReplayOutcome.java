package org.kuroshio.standalone.replay;

/**
 * What came of the rejected records of one source.
 *
 * @param repaired can be used now, and were sent
 * @param stillRejected are rejected as before
 * @param notFound stand in none of the files that were read
 */
public record ReplayOutcome(String source, long repaired, long stillRejected, long notFound) {}
