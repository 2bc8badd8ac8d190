package org.kuroshio.ingest.auth;

import java.time.Duration;
import java.util.List;
import org.kuroshio.ingest.failure.ErrorRulesReader;
import org.kuroshio.ingest.measure.Measures;
import org.kuroshio.ingest.request.RequestReader;
import org.kuroshio.ingest.request.RequestText;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code auth}. */
public final class AuthReader {
  private static final List<String> KINDS = List.of("header", "query", "basic", "bearer", "oauth2");

  private AuthReader() {}

  public static Auth read(YamlNode node) {
    if (node instanceof YamlText text) {
      if (text.value().equals("none")) {
        return new Auth.None();
      }
      throw text.place()
          .problem(
              "unknown auth '"
                  + text.value()
                  + "'"
                  + Nearest.hint(text.value(), List.of("none"))
                  + "; or one of "
                  + String.join(", ", KINDS)
                  + " with its settings");
    }
    YamlMap map = node.asMap().only(KINDS);
    if (map.values().size() != 1) {
      throw map.place().problem("exactly one auth, one of " + String.join(", ", KINDS));
    }
    if (map.has("bearer")) {
      return new Auth.Bearer(secret(map.get("bearer")));
    }
    if (map.has("header")) {
      YamlMap header = map.get("header").asMap().only(List.of("name", "value"));
      return new Auth.Header(header.text("name"), secret(header.get("value")));
    }
    if (map.has("query")) {
      YamlMap query = map.get("query").asMap().only(List.of("param", "value"));
      return new Auth.Query(query.text("param"), secret(query.get("value")));
    }
    return map.has("basic") ? basic(map.get("basic").asMap()) : oauth2(map.get("oauth2").asMap());
  }

  private static Auth basic(YamlMap map) {
    map.only(List.of("user", "password"));
    RequestText user = RequestReader.text(map.get("user"));
    RequestText password =
        map.find("password").map(RequestReader::text).orElse(RequestText.parse(""));
    if (user.settings().isEmpty() && password.settings().isEmpty()) {
      throw noSecret(map);
    }
    return new Auth.Basic(user, password);
  }

  private static Auth oauth2(YamlMap map) {
    map.only(
        List.of("token", "clientId", "clientSecret", "inBody", "form", "refreshBefore", "renewOn"));
    return new Auth.ClientCredentials(
        RequestReader.text(map.get("token")),
        secret(map.get("clientId")),
        secret(map.get("clientSecret")),
        map.flag("inBody", false),
        RequestReader.texts(map, "form"),
        map.find("refreshBefore").map(Measures::duration).orElse(Duration.ofMinutes(1)),
        map.find("renewOn").map(ErrorRulesReader::conditions).orElse(List.of()));
  }

  private static RequestText secret(YamlNode node) {
    RequestText text = RequestReader.text(node);
    if (text.settings().isEmpty()) {
      throw noSecret(node);
    }
    return text;
  }

  private static org.kuroshio.schemas.yaml.DefinitionException noSecret(YamlNode node) {
    return node.place()
        .problem(
            "a key never stands in a definition: declare a setting with 'secret: true' and write"
                + " \"${settings.NAME}\" here");
  }
}
