package org.kuroshio.serve.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells who calls from what a request carries. Safe for many threads. */
public final class Access {
  /** What was found out. */
  public sealed interface Verdict {
    /** Somebody who may do something. */
    record Known(Caller caller) implements Verdict {}

    /** Nothing was shown, and without it nobody may do anything. */
    record Nothing() implements Verdict {}

    /** What was shown is wrong. */
    record Wrong() implements Verdict {}
  }

  private final List<ApiKey> keys;
  private final Optional<Tokens> tokens;
  private final Optional<Role> anonymous;

  public Access(AccessSettings settings) {
    this.keys = settings.keys();
    this.tokens = settings.issuer().map(Tokens::new);
    this.anonymous = settings.anonymous();
  }

  /**
   * @param key of the header X-API-Key, or null
   * @param authorization the header, or null: a token or key as Bearer, or a key as the password of
   *     Basic, which is what a browser can ask a person for
   */
  public Verdict verdict(String key, String authorization) {
    if (key != null) {
      return verdict(byKey(key));
    }
    if (authorization == null) {
      return anonymous
          .<Verdict>map(role -> new Verdict.Known(Caller.anonymous(role)))
          .orElseGet(Verdict.Nothing::new);
    }
    int blank = authorization.indexOf(' ');
    String scheme = blank < 0 ? "" : authorization.substring(0, blank).toLowerCase(Locale.ROOT);
    String rest = authorization.substring(blank + 1).strip();
    return switch (scheme) {
      case "bearer" -> verdict(byKey(rest).or(() -> tokens.flatMap(t -> t.caller(rest))));
      case "basic" -> verdict(password(rest).flatMap(this::byKey));
      default -> new Verdict.Wrong();
    };
  }

  private static Verdict verdict(Optional<Caller> caller) {
    return caller.<Verdict>map(Verdict.Known::new).orElseGet(Verdict.Wrong::new);
  }

  /** Compares with every key, so that the time does not tell which one was nearly right. */
  private Optional<Caller> byKey(String secret) {
    byte[] digest = ApiKey.digest(secret);
    Optional<Caller> found = Optional.empty();
    for (ApiKey key : keys) {
      if (key.is(digest)) {
        found = Optional.of(key.caller());
      }
    }
    return found;
  }

  private static Optional<String> password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
