package org.kuroshio.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.kuroshio.ingest.charset.Sha256;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.rejection.RejectedException;

/** One JSON document a line; blank lines are none. A line that is no JSON costs only itself. */
final class JsonLinesReader implements RecordReader {
  private static final HexFormat HEX = HexFormat.of();

  private final InputStream in;
  private final ByteWindow window;
  private final FieldText text;
  private final JsonText json;
  private final ReadLimits limits;
  private final MessageDigest digest = Sha256.digest();
  private long line;
  private int end;

  /**
   * @param in behind a BOM, in a charset whose bytes can be searched for line ends
   */
  JsonLinesReader(TextEncoding encoding, JsonText json, ReadLimits limits, InputStream in) {
    this.in = in;
    this.window = new ByteWindow(in, limits.recordBytes());
    this.text = new FieldText(encoding);
    this.json = json;
    this.limits = limits;
  }

  @Override
  public boolean next(Sink sink) throws IOException {
    while (true) {
      window.moveTo(end);
      if (!line()) {
        return false;
      }
      line++;
      if (end - window.start() >= limits.recordBytes()) {
        reject(JsonText.tooLarge(), sink);
        skipToLineEnd();
        return true;
      }
      if (!blank()) {
        deliver(sink);
        return true;
      }
    }
  }

  /** Finds the end of the line that begins at the window's start. */
  private boolean line() throws IOException {
    int seen = 0;
    while (true) {
      byte[] bytes = window.bytes();
      for (int i = window.start() + seen; i < window.limit(); i++) {
        if (bytes[i] == '\n') {
          end = i + 1;
          return true;
        }
      }
      seen = window.limit() - window.start();
      if (window.full() || !window.more()) {
        end = window.limit();
        return end > window.start();
      }
    }
  }

  private void skipToLineEnd() throws IOException {
    while (window.bytes()[end - 1] != '\n') {
      window.moveTo(end);
      if (!line()) {
        return;
      }
    }
  }

  private boolean blank() {
    for (int i = window.start(); i < end; i++) {
      if (window.bytes()[i] > ' ' || window.bytes()[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private void deliver(Sink sink) throws IOException {
    Optional<JsonNode> tree;
    try (JsonParser parser = parser()) {
      parser.nextToken();
      tree = JsonTree.read(parser, limits);
      if (parser.nextToken() != null) {
        reject(Problem.parse("broken-json", "text stands behind the end of the document"), sink);
        return;
      }
    } catch (JsonProcessingException e) {
      reject(
          Problem.parse(
              "broken-json",
              "not valid JSON"
                  + (e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr())),
          sink);
      return;
    } catch (RejectedException e) {
      reject(e.problem(), sink);
      return;
    }
    if (tree.isEmpty()) {
      reject(JsonText.tooLarge(), sink);
    } else {
      sink.record(new RawRecord(position(), sha256(), tree.get(), this::lineBytes));
    }
  }

  private JsonParser parser() throws IOException {
    int start = window.start();
    return text.isUtf8()
        ? json.parser(window.bytes(), start, end - start)
        : json.parser(text.decode(window.bytes(), start, end - start, window.position(start)));
  }

  private void reject(Problem problem, Sink sink) {
    sink.unreadable(UnreadableRecord.one(position(), sha256(), problem, this::lineBytes));
  }

  private String position() {
    return "line " + line;
  }

  private String sha256() {
    digest.update(window.bytes(), window.start(), end - window.start());
    return HEX.formatHex(digest.digest());
  }

  private byte[] lineBytes() {
    return Arrays.copyOfRange(window.bytes(), window.start(), end);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
