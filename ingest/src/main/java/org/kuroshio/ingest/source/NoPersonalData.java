package org.kuroshio.ingest.source;

/** The source holds none, by declaration. */
public record NoPersonalData() implements Personal {
  @Override
  public boolean bytesMayBeKept() {
    return true;
  }
}
