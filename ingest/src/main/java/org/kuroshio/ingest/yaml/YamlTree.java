package org.kuroshio.ingest.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one YAML document. */
public final class YamlTree {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final String file;
  private final JsonParser parser;

  private YamlTree(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * @param file as errors shall name it
   * @throws DefinitionException if the text is no YAML, or repeats a key
   */
  public static YamlNode parse(String file, String text) {
    try (JsonParser parser = YAML.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new Place(file, 1).problem("the file is empty");
      }
      return new YamlTree(file, parser).node();
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String said = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new Place(file, Math.max(line, 1)).problem("no valid YAML: " + said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private YamlNode node() throws IOException {
    Place place = place();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return map(place);
    }
    if (token == JsonToken.START_ARRAY) {
      return list(place);
    }
    if (token == JsonToken.VALUE_NULL) {
      throw place.problem("a value is missing here");
    }
    return new YamlText(place, parser.getText());
  }

  private YamlMap map(Place place) throws IOException {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    Map<String, Place> places = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyPlace = place();
      if (places.put(key, keyPlace) != null) {
        throw keyPlace.problem("key '" + key + "' stands here twice");
      }
      parser.nextToken();
      values.put(key, node());
    }
    return new YamlMap(place, values, places);
  }

  private YamlList list(Place place) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new YamlList(place, items);
  }

  private Place place() {
    return new Place(file, parser.currentTokenLocation().getLineNr());
  }
}
