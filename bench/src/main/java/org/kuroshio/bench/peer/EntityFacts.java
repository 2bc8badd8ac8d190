package org.kuroshio.bench.peer;

import java.util.List;

/**
 * What a peer keeps of an event.
 *
 * @param facts as {@link org.kuroshio.bench.cell.Fact#text} writes them; none for a withdrawal
 */
public record EntityFacts(String entityId, long version, List<String> facts) {}
