package org.kuroshio.ingest.source;

/** What a source declares about natural persons in it. */
public sealed interface Personal permits NoPersonalData, PersonalPaths {
  /** Whether a rejected record may be shown as it was read. */
  boolean bytesMayBeKept();
}
