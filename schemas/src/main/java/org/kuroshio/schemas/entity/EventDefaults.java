package org.kuroshio.schemas.entity;

import java.time.Instant;
import org.kuroshio.schemas.event.Provenance;

/**
 * What the reader of a file knows of an event that does not say it itself.
 *
 * @param source the name of the source definition
 * @param observedAt when it is read
 */
public record EventDefaults(String source, Instant observedAt, Provenance provenance) {}
