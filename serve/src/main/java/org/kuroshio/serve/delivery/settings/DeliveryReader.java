package org.kuroshio.serve.delivery.settings;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;

/**
 * Reads the channels that a person wrote; every mistake names file, line and what would be right.
 */
public final class DeliveryReader {
  private static final Set<String> TARGETS = Set.of("alertmanager", "webhook", "mail");
  private static final Pacing POSTS =
      new Pacing(
          Duration.ofMillis(500),
          100,
          60,
          Duration.ofMinutes(1),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          Duration.ofDays(3));
  private static final Pacing MAILS =
      new Pacing(
          Duration.ofSeconds(30),
          1_000,
          20,
          Duration.ofHours(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(15),
          Duration.ofDays(3));

  private final UnaryOperator<String> references;

  /**
   * @param references gives what {@code ${env:NAME}} and its like stand for; throws
   *     IllegalArgumentException with the reason for one that it does not know
   */
  public DeliveryReader(UnaryOperator<String> references) {
    this.references = references;
  }

  /**
   * @throws DefinitionException for the first mistake
   */
  public DeliverySettings read(YamlMap map) {
    map.only(List.of("allow", "channels"));
    List<ChannelSettings> channels = new ArrayList<>();
    for (YamlNode channel : map.items("channels")) {
      channels.add(channel(channel.asMap()));
    }
    return map.place()
        .checked(() -> new DeliverySettings(new HashSet<>(map.texts("allow")), channels));
  }

  private ChannelSettings channel(YamlMap map) {
    List<String> known = new ArrayList<>(List.of("name", "select", "pace", "link"));
    known.addAll(TARGETS);
    map.only(known);
    Target target = target(map);
    Selection selection =
        map.find("select").map(node -> selection(node.asMap())).orElse(Selection.ALL);
    Pacing usual = target instanceof Target.Mail ? MAILS : POSTS;
    Pacing pacing = map.find("pace").map(node -> pacing(node.asMap(), usual)).orElse(usual);
    Optional<URI> link = map.find("link").map(DeliveryReader::url);
    return map.place()
        .checked(() -> new ChannelSettings(map.text("name"), target, selection, pacing, link));
  }

  private Target target(YamlMap map) {
    List<String> named = TARGETS.stream().filter(map::has).sorted().toList();
    if (named.size() != 1) {
      throw map.problem(
          "a channel has one of alertmanager, webhook and mail, this one has "
              + (named.isEmpty() ? "none" : String.join(" and ", named)));
    }
    YamlMap target = map.get(named.get(0)).asMap();
    return switch (named.get(0)) {
      case "alertmanager" -> alertmanager(target);
      case "webhook" -> webhook(target);
      default -> mail(target);
    };
  }

  private static Target alertmanager(YamlMap map) {
    map.only(List.of("urls", "resend"));
    List<URI> urls = map.items("urls").stream().map(DeliveryReader::url).toList();
    Duration resend = duration(map, "resend", Duration.ofMinutes(1));
    return map.place().checked(() -> new Target.Alertmanager(urls, resend));
  }

  private Target webhook(YamlMap map) {
    map.only(List.of("url", "secret"));
    return new Target.Webhook(url(map.get("url")), map.find("secret").map(this::secret));
  }

  private Target mail(YamlMap map) {
    map.only(List.of("host", "port", "security", "user", "password", "from", "to", "language"));
    Target.Security security =
        map.has("security")
            ? map.constant("security", Target.Security.class)
            : Target.Security.STARTTLS;
    if (map.has("user") != map.has("password")) {
      throw map.problem("user and password go together");
    }
    Optional<Target.Login> login =
        map.find("user").map(user -> new Target.Login(user.text(), secret(map.get("password"))));
    String language =
        map.find("language").map(node -> oneOf(node, Target.Mail.LANGUAGES)).orElse("en");
    int port = map.integer("port", 587);
    return map.place()
        .checked(
            () ->
                new Target.Mail(
                    map.text("host"),
                    port,
                    security,
                    login,
                    map.text("from"),
                    map.texts("to"),
                    language));
  }

  private static Selection selection(YamlMap map) {
    map.only(List.of("severities", "rules", "transitions"));
    return new Selection(
        eachOf(map.items("severities"), Selection.SEVERITIES),
        map.texts("rules"),
        eachOf(map.items("transitions"), Selection.TRANSITIONS));
  }

  private static Pacing pacing(YamlMap map, Pacing usual) {
    map.only(
        List.of(
            "gather", "most", "messages", "per", "first_pause", "longest_pause", "give_up_after"));
    return map.place()
        .checked(
            () ->
                new Pacing(
                    duration(map, "gather", usual.gather()),
                    map.integer("most", usual.most()),
                    map.integer("messages", usual.messages()),
                    duration(map, "per", usual.per()),
                    duration(map, "first_pause", usual.firstPause()),
                    duration(map, "longest_pause", usual.longestPause()),
                    duration(map, "give_up_after", usual.giveUpAfter())));
  }

  /** Files are copied, shown and kept; a secret in one would be too. */
  private Secret secret(YamlNode node) {
    if (!node.text().matches("\\$\\{[a-z]+:.+}")) {
      throw node.problem(
          "a secret does not stand in a file: write where it is, such as ${env:NAME}");
    }
    return node.place().checked(() -> new Secret(references.apply(node.text())));
  }

  private static URI url(YamlNode node) {
    try {
      URI url = URI.create(node.text());
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null && url.getRawUserInfo() == null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // said below, as for one of another kind
    }
    throw node.problem(
        "expected an address like https://host/path, without a user's name, found '"
            + node.text()
            + "'");
  }

  private static Duration duration(YamlMap map, String key, Duration usual) {
    return map.find(key).map(DeliveryReader::duration).orElse(usual);
  }

  private static Duration duration(YamlNode node) {
    try {
      return Duration.parse(node.text());
    } catch (DateTimeParseException e) {
      throw node.problem("expected a time like PT30S, PT5M or P3D, found '" + node.text() + "'");
    }
  }

  private static List<String> eachOf(List<YamlNode> nodes, Collection<String> known) {
    return nodes.stream().map(node -> oneOf(node, known)).toList();
  }

  private static String oneOf(YamlNode node, Collection<String> known) {
    if (!known.contains(node.text())) {
      throw node.problem("unknown value '" + node.text() + "'" + Nearest.hint(node.text(), known));
    }
    return node.text();
  }
}
