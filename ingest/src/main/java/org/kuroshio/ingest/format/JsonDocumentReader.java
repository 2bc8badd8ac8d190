package org.kuroshio.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.kuroshio.ingest.rejection.Problem;

/** One document that is one record. */
final class JsonDocumentReader implements RecordReader {
  private static final String POSITION = "#";

  private final JsonParser parser;
  private final ReadLimits limits;
  private final String contentSha256;
  private boolean done;

  JsonDocumentReader(JsonParser parser, ReadLimits limits, String contentSha256) {
    this.parser = parser;
    this.limits = limits;
    this.contentSha256 = contentSha256;
  }

  @Override
  public boolean next(Sink sink) throws IOException {
    if (done) {
      return false;
    }
    done = true;
    try {
      if (parser.nextToken() == null) {
        return false;
      }
      Optional<JsonNode> tree = JsonTree.read(parser, limits);
      if (parser.nextToken() != null) {
        reject(Problem.parse("broken-json", "text stands behind the end of the document"), sink);
      } else if (tree.isEmpty()) {
        reject(JsonText.tooLarge(), sink);
      } else {
        JsonNode read = tree.get();
        sink.record(new RawRecord(POSITION, contentSha256, read, () -> JsonText.bytes(read)));
      }
    } catch (JsonProcessingException e) {
      reject(JsonText.broken(e), sink);
    }
    return true;
  }

  private void reject(Problem problem, Sink sink) {
    sink.unreadable(UnreadableRecord.rest(POSITION, contentSha256, problem));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
