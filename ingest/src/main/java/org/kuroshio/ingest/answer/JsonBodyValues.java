package org.kuroshio.ingest.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** In JSON. Safe for many threads. */
public final class JsonBodyValues implements BodyValues {
  private static final String ANY = "*";
  private final JsonFactory factory = new JsonFactory();

  @Override
  public Optional<String> find(byte[] body, JsonPointer pointer) {
    try (JsonParser parser = factory.createParser(body)) {
      return parser.nextToken() == null ? Optional.empty() : at(parser, pointer);
    } catch (IOException e) {
      // what is wrong with the body is said by whoever reads its records
      return Optional.empty();
    }
  }

  /** Leaves the parser at the value's last token where nothing was found. */
  private static Optional<String> at(JsonParser parser, JsonPointer pointer) throws IOException {
    JsonToken token = parser.currentToken();
    if (pointer.matches()) {
      if (token == JsonToken.VALUE_NULL) {
        return Optional.empty();
      }
      return Optional.of(token.isScalarValue() ? parser.getText() : "");
    }
    if (token == JsonToken.START_OBJECT) {
      return member(parser, pointer);
    }
    return token == JsonToken.START_ARRAY ? item(parser, pointer) : Optional.empty();
  }

  private static Optional<String> member(JsonParser parser, JsonPointer pointer)
      throws IOException {
    String name = pointer.getMatchingProperty();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = name.equals(ANY) || parser.currentName().equals(name);
      parser.nextToken();
      Optional<String> found = wanted ? at(parser, pointer.tail()) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
      if (!wanted || pointer.tail().matches()) {
        parser.skipChildren();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> item(JsonParser parser, JsonPointer pointer) throws IOException {
    boolean any = pointer.getMatchingProperty().equals(ANY);
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      boolean wanted = any || pointer.getMatchingIndex() == i;
      Optional<String> found = wanted ? at(parser, pointer.tail()) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
      if (!wanted || pointer.tail().matches()) {
        parser.skipChildren();
      }
    }
    return Optional.empty();
  }
}
