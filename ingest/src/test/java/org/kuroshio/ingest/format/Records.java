package org.kuroshio.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.source.Format;

/** Reads bytes to their end and keeps what came. */
final class Records implements RecordReader.Sink {
  final List<JsonNode> trees = new ArrayList<>();
  final List<String> positions = new ArrayList<>();
  final List<String> hashes = new ArrayList<>();
  final List<String> raw = new ArrayList<>();
  final List<String> problems = new ArrayList<>();
  boolean cutOff;

  static Records of(Format format, String text) throws IOException {
    return of(format, text.getBytes(StandardCharsets.UTF_8), TextEncoding.UTF_8);
  }

  static Records of(Format format, byte[] bytes, TextEncoding encoding) throws IOException {
    return of(format, bytes, encoding, ReadLimits.USUAL);
  }

  static Records of(Format format, byte[] bytes, TextEncoding encoding, ReadLimits limits)
      throws IOException {
    Records records = new Records();
    // odd chunks, so that every boundary is met
    InputStream in = new Dripping(new ByteArrayInputStream(bytes), 7);
    try (RecordReader reader =
        new RecordReaders(limits).open(format, Set.of(), encoding, in, "content")) {
      boolean more = true;
      while (more) {
        more = reader.next(records);
      }
    }
    return records;
  }

  static TextEncoding strict(Charset charset) {
    return new TextEncoding(charset, CodingErrorAction.REPORT, 0);
  }

  @Override
  public void record(RawRecord record) {
    trees.add(record.tree());
    positions.add(record.position());
    hashes.add(record.sha256());
    raw.add(new String(record.bytes().copy(), StandardCharsets.UTF_8));
  }

  @Override
  public void unreadable(UnreadableRecord record) {
    problems.add(record.position() + ": " + record.problem().reason());
    cutOff |= record.endsContent();
  }

  /** As JSON, one a line. */
  List<String> json() {
    return trees.stream().map(JsonNode::toString).toList();
  }

  private static final class Dripping extends InputStream {
    private final InputStream in;
    private final int most;

    Dripping(InputStream in, int most) {
      this.in = in;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return in.read(buffer, offset, Math.min(length, most));
    }
  }
}
