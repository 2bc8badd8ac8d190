package org.kuroshio.ingest.source;

import java.util.Optional;

/**
 * Files of the user's, or shipped beside the definition. The patterns are the parts'.
 *
 * @param bundled the folder on the class path that is read where the user names no input
 */
public record FileTransport(Optional<String> bundled) implements Transport {}
