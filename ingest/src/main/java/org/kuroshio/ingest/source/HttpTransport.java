package org.kuroshio.ingest.source;

import java.time.Duration;
import java.util.Optional;
import org.kuroshio.ingest.http.HttpServer;

/**
 * A server that is asked again and again.
 *
 * @param rhythm within which time the source is expected to be read again without an error; past
 *     it, it counts as silent
 * @param every how long after a reading the next one begins
 */
public record HttpTransport(HttpServer server, Optional<Duration> rhythm, Duration every)
    implements Transport {}
