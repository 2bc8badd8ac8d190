package org.kuroshio.ingest.archive;

import java.io.IOException;
import java.io.InputStream;

/** A file that is its own only content. */
final class PlainCursor implements ContentCursor {
  interface Opening {
    InputStream open() throws IOException;
  }

  private final String matchedPath;
  private final Opening opening;
  private boolean passed;
  private InputStream opened = InputStream.nullInputStream();

  PlainCursor(String matchedPath, Opening opening) {
    this.matchedPath = matchedPath;
    this.opening = opening;
  }

  @Override
  public boolean next() {
    boolean first = !passed;
    passed = true;
    return first;
  }

  @Override
  public String entry() {
    return "";
  }

  @Override
  public String matchedPath() {
    return matchedPath;
  }

  @Override
  public InputStream open() throws IOException {
    opened = opening.open();
    return opened;
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
