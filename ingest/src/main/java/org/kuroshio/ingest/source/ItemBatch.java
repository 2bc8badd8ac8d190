package org.kuroshio.ingest.source;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * Several items of a list in one request, as <code>${items}</code>.
 *
 * @param value what of each item
 * @param join what stands between two
 */
public record ItemBatch(int size, JsonPointer value, String join) {}
