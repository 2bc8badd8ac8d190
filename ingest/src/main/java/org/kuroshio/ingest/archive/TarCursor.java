package org.kuroshio.ingest.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.kuroshio.ingest.file.InputFile;

/** The files of a tar, in its own order. */
final class TarCursor implements ContentCursor {
  private final TarArchiveInputStream tar;
  private final Expansion expansion;
  private String entry = "";

  TarCursor(InputFile file, InputStream in, Expansion expansion) {
    this.tar = new TarArchiveInputStream(new BufferedInputStream(in));
    this.expansion = expansion;
  }

  @Override
  public boolean next() throws IOException {
    for (TarArchiveEntry found = tar.getNextEntry(); found != null; found = tar.getNextEntry()) {
      expansion.entry();
      if (found.isFile() && tar.canReadEntryData(found)) {
        entry = found.getName();
        return true;
      }
    }
    return false;
  }

  @Override
  public String entry() {
    return entry;
  }

  @Override
  public String matchedPath() {
    return Archives.withoutEnding(entry);
  }

  @Override
  public InputStream open() throws IOException {
    InputStream bytes =
        new FilterInputStream(tar) {
          @Override
          public void close() {
            // the next entry is still to be read
          }
        };
    return entry.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? expansion.bounded(new GZIPInputStream(bytes))
        : bytes;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
