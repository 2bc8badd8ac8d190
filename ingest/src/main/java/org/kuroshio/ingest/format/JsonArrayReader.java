package org.kuroshio.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.kuroshio.ingest.rejection.Problem;

/** The elements of one array of a document, without ever holding the document. */
final class JsonArrayReader implements RecordReader {
  private enum State {
    BEFORE,
    INSIDE,
    DONE
  }

  private final JsonPointer records;
  private final JsonParser parser;
  private final ReadLimits limits;
  private final String contentSha256;
  private State state = State.BEFORE;
  private long count;

  /**
   * @param contentSha256 what a rejection of the rest is identified by
   */
  JsonArrayReader(JsonPointer records, JsonParser parser, ReadLimits limits, String contentSha256) {
    this.records = records;
    this.parser = parser;
    this.limits = limits;
    this.contentSha256 = contentSha256;
  }

  @Override
  public boolean next(Sink sink) throws IOException {
    if (state == State.DONE) {
      return false;
    }
    try {
      if (state == State.BEFORE) {
        if (!find()) {
          readOn();
          return rest(missing(), sink);
        }
        state = State.INSIDE;
      }
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        readOn();
        state = State.DONE;
        return false;
      }
      element(sink);
      return true;
    } catch (JsonProcessingException e) {
      return rest(JsonText.broken(e), sink);
    }
  }

  private void element(Sink sink) throws IOException {
    String position = "#" + records + "/" + count;
    Optional<JsonNode> tree = JsonTree.read(parser, limits);
    count++;
    if (tree.isEmpty()) {
      sink.unreadable(
          UnreadableRecord.one(position, contentSha256, JsonText.tooLarge(), AsRead.NOT_KEPT));
      return;
    }
    JsonNode read = tree.get();
    sink.record(new RawRecord(position, JsonText.sha256(read), read, () -> JsonText.bytes(read)));
  }

  /** What stands behind the array must be JSON too, else the file is cut off. */
  private void readOn() throws IOException {
    while (parser.nextToken() != null) {
      // only read
    }
  }

  private boolean rest(Problem problem, Sink sink) {
    state = State.DONE;
    String position = "#" + records + "/" + count + " and what follows";
    sink.unreadable(UnreadableRecord.rest(position, contentSha256, problem));
    return true;
  }

  private Problem missing() {
    String where = records.toString().isEmpty() ? "at its top" : "at " + records;
    return Problem.select(
        "no-records", "the document has no array " + where + ": it is of another kind");
  }

  /** Walks down to the array and stops at its opening bracket. */
  private boolean find() throws IOException {
    JsonPointer rest = records;
    JsonToken token = parser.nextToken();
    while (!rest.matches()) {
      if (token == JsonToken.START_OBJECT && member(rest.getMatchingProperty())) {
        token = parser.currentToken();
      } else if (token == JsonToken.START_ARRAY && item(rest.getMatchingIndex())) {
        token = parser.currentToken();
      } else {
        return false;
      }
      rest = rest.tail();
    }
    return token == JsonToken.START_ARRAY;
  }

  private boolean member(String name) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(name);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private boolean item(int index) throws IOException {
    int at = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (at++ == index) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
