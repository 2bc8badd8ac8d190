package org.kuroshio.ingest.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.auth.Auth;
import org.kuroshio.ingest.auth.AuthReader;
import org.kuroshio.ingest.budget.BudgetReader;
import org.kuroshio.ingest.measure.Measures;
import org.kuroshio.ingest.request.RequestReader;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code transport.http}. */
public final class HttpServerReader {
  private static final List<String> KNOWN =
      List.of("base", "auth", "budget", "headers", "hosts", "proxy", "timeouts", "limits");
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration READ = Duration.ofSeconds(60);
  private static final Duration WHOLE = Duration.ofMinutes(10);
  private static final long RESPONSE_BYTES = 64L << 20;
  private static final long DOWNLOAD_BYTES = 8L << 30;

  private HttpServerReader() {}

  public static HttpServer read(YamlNode node) {
    YamlMap map = node.asMap().only(KNOWN);
    YamlMap timeouts = part(map, "timeouts").only(List.of("connect", "read", "whole"));
    YamlMap limits = part(map, "limits").only(List.of("response", "download"));
    return new HttpServer(
        base(map.get("base").asText()),
        map.find("auth").map(AuthReader::read).orElse(new Auth.None()),
        map.find("budget").map(BudgetReader::read),
        RequestReader.texts(map, "headers"),
        map.texts("hosts"),
        map.find("proxy").flatMap(HttpServerReader::proxy),
        timeouts.find("connect").map(Measures::duration).orElse(CONNECT),
        timeouts.find("read").map(Measures::duration).orElse(READ),
        timeouts.find("whole").map(Measures::duration).orElse(WHOLE),
        limits.find("response").map(Measures::bytes).orElse(RESPONSE_BYTES),
        limits.find("download").map(Measures::bytes).orElse(DOWNLOAD_BYTES));
  }

  private static YamlMap part(YamlMap map, String key) {
    return map.find(key)
        .map(YamlNode::asMap)
        .orElse(new YamlMap(map.place(), java.util.Map.of(), java.util.Map.of()));
  }

  private static URI base(YamlText text) {
    String address = text.value().endsWith("/") ? text.value() : text.value() + "/";
    return address(text, address);
  }

  /** An empty text is none, so that a setting can say so. */
  private static Optional<URI> proxy(YamlNode node) {
    YamlText text = node.asText();
    return text.value().isBlank() ? Optional.empty() : Optional.of(address(text, text.value()));
  }

  private static URI address(YamlText text, String address) {
    URI uri = text.place().checked(() -> URI.create(address));
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
      throw text.place()
          .problem(
              "expected an address that begins with http:// or https:// and names a host, found '"
                  + text.value()
                  + "'");
    }
    return uri;
  }
}
