package org.kuroshio.standalone.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The pages of `/values` as the one answer that `kuroshio table --format json` prints. */
public final class ValuesPages {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ValuesPages() {}

  /** All pages are of the cut of the first one. */
  public static String joined(RemoteServer server, Map<String, String> question) {
    JsonNode first = server.tree(server.text("values", question));
    ObjectNode all = MAPPER.createObjectNode();
    all.set("cut", first.get("cut"));
    all.set("asOf", first.get("asOf"));
    ArrayNode values = all.putArray("values");
    first.path("values").forEach(values::add);
    String next = first.path("next").asText("");
    while (!next.isEmpty()) {
      JsonNode page = server.tree(server.get(next));
      page.path("values").forEach(values::add);
      next = page.path("next").asText("");
    }
    try {
      return MAPPER.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }
}
