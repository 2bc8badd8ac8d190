package org.kuroshio.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record as the source has it, personal data included: it goes no further than the filter.
 *
 * @param position where it stands in its content: {@code line 17}, {@code record 3}, {@code
 *     #/patents/4}
 * @param sha256 of its bytes as read (CSV and JSON lines), else of its text as compact JSON
 */
public record RawRecord(String position, String sha256, JsonNode tree, AsRead bytes) {}
