package org.kuroshio.serve.difference;

import org.kuroshio.indicators.table.BaseTable.Source;

/**
 * An entity whose state is another one than before.
 *
 * @param source and {@code offset}: where the event stands that made it so
 * @param isNew no event of it was there before
 */
public record EntityChange(Source source, String entityId, long offset, boolean isNew) {}
