package org.kuroshio.ingest.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.kuroshio.ingest.file.InputFile;

/** Opens a file by the ending of its name. */
public final class Archives {
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Told of every read from disk, on the reading thread. */
  public interface Meter {
    void read(long bytes);
  }

  private Archives() {}

  /**
   * @throws IOException if the file can't be opened, or is not what its name says
   */
  public static ContentCursor open(InputFile file, ArchiveLimits limits, Meter meter)
      throws IOException {
    String name = file.relative().toLowerCase(Locale.ROOT);
    Expansion expansion = new Expansion(file.uri(), file.sizeBytes(), limits);
    if (name.endsWith(".zip")) {
      return new ZipCursor(file, expansion, meter);
    }
    boolean zipped = name.endsWith(".gz") || name.endsWith(".tgz");
    if (name.endsWith(".tar") || name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
      return new TarCursor(file, expansion.bounded(stream(file, zipped, meter)), expansion);
    }
    if (zipped) {
      return new PlainCursor(
          withoutEnding(file.relative()), () -> expansion.bounded(stream(file, true, meter)));
    }
    return new PlainCursor(file.relative(), () -> stream(file, false, meter));
  }

  static String withoutEnding(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? name.substring(0, name.length() - 3)
        : name;
  }

  private static InputStream stream(InputFile file, boolean zipped, Meter meter)
      throws IOException {
    InputStream raw = metered(Files.newInputStream(file.path()), meter);
    if (!zipped) {
      return raw;
    }
    try {
      return new GZIPInputStream(new BufferedInputStream(raw, BUFFER_BYTES), BUFFER_BYTES);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static InputStream metered(InputStream in, Meter meter) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        meter.read(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        meter.read(Math.max(n, 0));
        return n;
      }
    };
  }
}
