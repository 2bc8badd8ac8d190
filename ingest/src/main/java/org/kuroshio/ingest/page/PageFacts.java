package org.kuroshio.ingest.page;

import java.util.Optional;

/**
 * What a page that was read says of the next.
 *
 * @param records on it, or items of a list
 * @param total of all pages, where the page says it
 * @param pages how many there are, where the page says it
 * @param word what it gives for the next: a cursor, an address, the last record's value
 */
public record PageFacts(
    long records, Optional<Long> total, Optional<Long> pages, Optional<String> word) {}
