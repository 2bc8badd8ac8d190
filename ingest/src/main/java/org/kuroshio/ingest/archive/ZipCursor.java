package org.kuroshio.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.kuroshio.ingest.file.InputFile;

/** The files of a zip by name, read through its directory. */
final class ZipCursor implements ContentCursor {
  private final ZipFile zip;
  private final Expansion expansion;
  private final Archives.Meter meter;
  private final Iterator<ZipArchiveEntry> entries;
  private ZipArchiveEntry entry;

  ZipCursor(InputFile file, Expansion expansion, Archives.Meter meter) throws IOException {
    this.zip = ZipFile.builder().setPath(file.path()).get();
    this.expansion = expansion;
    this.meter = meter;
    this.entries =
        Collections.list(zip.getEntries()).stream()
            .filter(found -> !found.isDirectory())
            .sorted(Comparator.comparing(ZipArchiveEntry::getName))
            .iterator();
  }

  @Override
  public boolean next() throws IOException {
    if (entry != null) {
      meter.read(Math.max(entry.getCompressedSize(), 0));
    }
    if (!entries.hasNext()) {
      return false;
    }
    entry = entries.next();
    expansion.entry();
    return true;
  }

  @Override
  public String entry() {
    return entry.getName();
  }

  @Override
  public String matchedPath() {
    return Archives.withoutEnding(entry.getName());
  }

  @Override
  public InputStream open() throws IOException {
    if (!zip.canReadEntryData(entry)) {
      throw new ZipException(
          "entry '" + entry() + "' is encrypted or packed in a way we can't read");
    }
    InputStream bytes = expansion.bounded(zip.getInputStream(entry));
    return entry().toLowerCase(Locale.ROOT).endsWith(".gz")
        ? expansion.bounded(new GZIPInputStream(bytes))
        : bytes;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
