package org.kuroshio.ingest.mapping;

import java.util.List;

/**
 * The keys of a mapping's result that are the envelope's, as docs/adding-a-source-file.md lists
 * them.
 */
public final class EnvelopeFields {
  public static final List<String> KEYS = EnvelopeKeys.KNOWN;

  private EnvelopeFields() {}
}
