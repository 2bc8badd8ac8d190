package org.kuroshio.serve.delivery.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a channel sends to. */
public sealed interface Target {
  /** The word for it in YAML, metrics and logs. */
  String kind();

  /**
   * Prometheus Alertmanager, API v2.
   *
   * @param urls of every member of its cluster; each is told everything, one that answers is enough
   * @param resend how often alerts that stand are told again; one that is told no more ends by
   *     itself after four times this
   */
  record Alertmanager(List<URI> urls, Duration resend) implements Target {
    public Alertmanager {
      urls = List.copyOf(urls);
      if (urls.isEmpty()) {
        throw new IllegalArgumentException("urls must name at least one Alertmanager");
      }
      if (resend.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException("resend must be at least PT1S, was " + resend);
      }
    }

    @Override
    public String kind() {
      return "alertmanager";
    }
  }

  /**
   * A URL that takes CloudEvents 1.0.
   *
   * @param secret signs each body with HMAC-SHA256; empty for none
   */
  record Webhook(URI url, Optional<Secret> secret) implements Target {
    @Override
    public String kind() {
      return "webhook";
    }
  }

  /**
   * A mail server.
   *
   * @param security how the connection is protected
   * @param language of subject and text: en, ja or zh
   */
  record Mail(
      String host,
      int port,
      Security security,
      Optional<Login> login,
      String from,
      List<String> to,
      String language)
      implements Target {
    public static final Set<String> LANGUAGES = Set.of("en", "ja", "zh");

    public Mail {
      to = List.copyOf(to);
      if (to.isEmpty()) {
        throw new IllegalArgumentException("to must name at least one address");
      }
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("port must be from 1 to 65535, was " + port);
      }
      if (login.isPresent() && security == Security.NONE) {
        throw new IllegalArgumentException(
            "a password is not sent in the clear: set security to starttls or tls");
      }
    }

    @Override
    public String kind() {
      return "mail";
    }
  }

  /** How a mail server's connection is protected; STARTTLS is required where it is named. */
  enum Security {
    NONE,
    STARTTLS,
    TLS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who sends. */
  record Login(String user, Secret password) {}
}
