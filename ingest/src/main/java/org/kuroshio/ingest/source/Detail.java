package org.kuroshio.ingest.source;

import java.util.Optional;
import org.kuroshio.ingest.request.RequestDefinition;

/**
 * What is asked for each item of a list.
 *
 * @param items how the list is read
 * @param batch several items in one request
 */
public record Detail(Format items, RequestDefinition request, Optional<ItemBatch> batch) {}
