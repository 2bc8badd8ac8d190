package org.kuroshio.standalone.installation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.serve.access.AccessSettings;
import org.kuroshio.serve.access.ApiKey;
import org.kuroshio.serve.access.Role;
import org.kuroshio.serve.access.TokenIssuer;
import org.kuroshio.serve.http.HttpSettings;

/** Reads what is said under {@code serve}. */
final class ServeParts {
  private static final String NOBODY = "nobody";

  private final Secrets secrets;
  private final Mistakes mistakes;

  ServeParts(Secrets secrets, Mistakes mistakes) {
    this.secrets = secrets;
    this.mistakes = mistakes;
  }

  Optional<ServePart> of(YamlMap map) {
    mistakes.attempt(
        () ->
            map.only(
                List.of(
                    "host",
                    "port",
                    "names",
                    "origins",
                    "requests_per_second",
                    "burst",
                    "streams",
                    "anybody",
                    "keys",
                    "issuer")));
    Optional<HttpSettings> http = mistakes.attempt(map.place(), () -> http(map));
    List<ApiKey> keys = keys(map);
    Optional<TokenIssuer> issuer =
        map.find("issuer")
            .flatMap(node -> mistakes.attempt(node.place(), () -> issuer(node.asMap())));
    if (http.isEmpty()) {
      return Optional.empty();
    }
    boolean guarded = map.has("keys") || map.has("issuer");
    return mistakes
        .attempt(map.place(), () -> anybody(map, http.get().isLocal(), guarded))
        .map(anybody -> new ServePart(http.get(), new AccessSettings(keys, issuer, anybody)));
  }

  private static HttpSettings http(YamlMap map) {
    int port = map.integer("port", ServePart.USUAL.http().port());
    HttpSettings usual = HttpSettings.local(port);
    return new HttpSettings(
        map.text("host", usual.host()),
        port,
        map.texts("names"),
        map.texts("origins"),
        map.integer("requests_per_second", usual.requestsPerSecond()),
        map.integer("burst", usual.burst()),
        map.integer("streams", usual.mostStreams()),
        usual.streamBufferBytes(),
        usual.drain());
  }

  private List<ApiKey> keys(YamlMap map) {
    List<ApiKey> keys = new ArrayList<>();
    for (YamlNode node : map.has("keys") ? map.items("keys") : List.<YamlNode>of()) {
      mistakes.attempt(node.place(), () -> key(node.asMap())).ifPresent(keys::add);
    }
    return keys;
  }

  private ApiKey key(YamlMap map) {
    map.only(List.of("name", "role", "secret"));
    String secret = map.text("secret");
    Secrets.literal("secret", secret, true)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    return ApiKey.of(map.text("name"), map.constant("role", Role.class), secrets.resolve(secret));
  }

  private static TokenIssuer issuer(YamlMap map) {
    map.only(List.of("url", "keys", "audience", "roles_claim", "reader", "operator"));
    return new TokenIssuer(
        map.text("url"),
        URI.create(map.text("keys")),
        map.text("audience"),
        map.text("roles_claim", "roles"),
        map.text("reader", "reader"),
        map.text("operator", "operator"));
  }

  /** What a caller without a key or token may do. */
  private static Optional<Role> anybody(YamlMap map, boolean local, boolean guarded) {
    if (!map.has("anybody")) {
      return Optional.of(local && !guarded ? Role.OPERATOR : Role.READER);
    }
    Optional<Role> anybody =
        map.text("anybody").equals(NOBODY)
            ? Optional.empty()
            : Optional.of(map.constant("anybody", Role.class));
    if (!local && anybody.equals(Optional.of(Role.OPERATOR))) {
      throw new IllegalArgumentException(
          "host can be reached from elsewhere, so anybody must be reader or nobody");
    }
    return anybody;
  }
}
