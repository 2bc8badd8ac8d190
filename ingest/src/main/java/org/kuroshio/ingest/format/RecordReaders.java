package org.kuroshio.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.kuroshio.ingest.answer.BodyValues;
import org.kuroshio.ingest.answer.JsonBodyValues;
import org.kuroshio.ingest.answer.XmlBodyValues;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.source.CsvFormat;
import org.kuroshio.ingest.source.Format;
import org.kuroshio.ingest.source.XmlFormat;

/** Opens the reader of a format. Not thread-safe. */
public final class RecordReaders {
  private final ReadLimits limits;
  private final JsonText json;
  private final XmlDocuments xml = new XmlDocuments();

  public RecordReaders(ReadLimits limits) {
    this.limits = limits;
    this.json = new JsonText(limits);
  }

  /** Finds single values in bodies of a format. */
  public BodyValues values(Format format) {
    if (format instanceof XmlFormat) {
      return new XmlBodyValues(in -> xml.open(in, TextEncoding.UTF_8));
    }
    return format instanceof CsvFormat ? BodyValues.NONE : new JsonBodyValues();
  }

  /**
   * @param dropped top-level fields that need not even be decoded
   * @param in the content from its first byte; closed with the reader
   * @param contentSha256 what identifies a rejection of the whole or of the rest
   * @throws org.kuroshio.ingest.rejection.RejectedException if the content can't be opened as this
   *     format
   */
  public RecordReader open(
      Format format,
      Set<String> dropped,
      TextEncoding encoding,
      InputStream in,
      String contentSha256)
      throws IOException {
    in.skipNBytes(encoding.bomBytes());
    return format.choose(new Opening(limits, json, xml, dropped, encoding, in, contentSha256));
  }
}
