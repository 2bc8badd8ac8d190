package org.kuroshio.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Set;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.source.CsvFormat;
import org.kuroshio.ingest.source.Format;
import org.kuroshio.ingest.source.JsonArrayFormat;
import org.kuroshio.ingest.source.JsonDocumentFormat;
import org.kuroshio.ingest.source.JsonLinesFormat;
import org.kuroshio.ingest.source.XmlFormat;

/** One content about to be read, whatever its format. */
record Opening(
    ReadLimits limits,
    JsonText json,
    XmlDocuments xml,
    Set<String> dropped,
    TextEncoding encoding,
    InputStream in,
    String contentSha256)
    implements Format.Cases<RecordReader, IOException> {

  private record Text(TextEncoding encoding, InputStream in) {}

  @Override
  public RecordReader csv(CsvFormat format) {
    Text text = searchable(format.delimiter(), format.quote().orElse('"'));
    return new CsvReader(format, dropped, text.encoding(), limits, text.in());
  }

  @Override
  public RecordReader jsonArray(JsonArrayFormat format) throws IOException {
    return new JsonArrayReader(format.records(), json.parser(in, encoding), limits, contentSha256);
  }

  @Override
  public RecordReader jsonLines(JsonLinesFormat format) {
    Text text = searchable('\n');
    return new JsonLinesReader(text.encoding(), json, limits, text.in());
  }

  @Override
  public RecordReader jsonDocument(JsonDocumentFormat format) throws IOException {
    return new JsonDocumentReader(json.parser(in, encoding), limits, contentSha256);
  }

  @Override
  public RecordReader xml(XmlFormat format) {
    return new XmlReader(format, xml, encoding, in, limits, contentSha256);
  }

  /** Text in a charset whose bytes can be searched for the delimiters, transcoded if need be. */
  private Text searchable(char... delimiters) {
    if (DirectCharset.canSearch(encoding.charset(), delimiters)) {
      return new Text(encoding, in);
    }
    return new Text(
        TextEncoding.UTF_8, new Utf8Bytes(new InputStreamReader(in, encoding.decoder())));
  }
}
