package org.kuroshio.ingest.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code request} and {@code detail}. */
public final class RequestReader {
  private static final List<String> KNOWN =
      List.of("method", "path", "params", "headers", "body", "throttle");
  private static final List<String> BODIES = List.of("json", "form", "text", "type");

  private RequestReader() {}

  /**
   * @param more keys that the caller reads
   */
  public static RequestDefinition read(YamlNode node, String... more) {
    YamlMap map = node.asMap();
    List<String> known = new ArrayList<>(KNOWN);
    known.addAll(List.of(more));
    map.only(known);
    RequestBody body = map.find("body").map(RequestReader::body).orElse(new RequestBody.None());
    Method method =
        map.find("method")
            .map(found -> word(found.asText(), Method.class))
            .orElse(body instanceof RequestBody.None ? Method.GET : Method.POST);
    return map.place()
        .checked(
            () ->
                new RequestDefinition(
                    method,
                    map.find("path").map(RequestReader::text).orElse(RequestText.parse("")),
                    texts(map, "params"),
                    texts(map, "headers"),
                    body,
                    map.find("throttle").map(RequestReader::throttle)));
  }

  public static RequestText text(YamlNode node) {
    YamlText text = node.asText();
    return text.place().checked(() -> RequestText.parse(text.value()));
  }

  public static Map<String, RequestText> texts(YamlMap map, String key) {
    Map<String, RequestText> texts = new LinkedHashMap<>();
    map.find(key)
        .ifPresent(
            node -> node.asMap().values().forEach((name, text) -> texts.put(name, text(text))));
    return texts;
  }

  private static RequestBody body(YamlNode node) {
    YamlMap map = node.asMap().only(BODIES);
    if (map.values().keySet().stream().filter(key -> !key.equals("type")).count() != 1) {
      throw map.place().problem("a body is exactly one of json, form and text");
    }
    if (map.has("type") && !map.has("text")) {
      throw map.placeOf("type").problem("'type' belongs to { text: ... }");
    }
    if (map.has("json")) {
      YamlText json = map.get("json").asText();
      return new RequestBody.Json(json.place().checked(() -> JsonTemplate.parse(json.value())));
    }
    return map.has("form")
        ? new RequestBody.Form(texts(map, "form"))
        : new RequestBody.Text(text(map.get("text")), map.text("type", "text/plain"));
  }

  private static EpoService throttle(YamlNode node) {
    return word(node.asMap().only(List.of("epo")).get("epo").asText(), EpoService.class);
  }

  private static <E extends Enum<E>> E word(YamlText text, Class<E> type) {
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text.value())) {
        return constant;
      }
      words.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw text.place()
        .problem("unknown value '" + text.value() + "'" + Nearest.hint(text.value(), words));
  }
}
