package org.kuroshio.schemas.frame;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a schema registry is reached.
 *
 * @param base up to where {@code /subjects} follows: {@code http://localhost:8080/apis/ccompat/v7}
 *     for Apicurio, the bare address for Confluent, Karapace and Redpanda
 * @param register whether a schema that the registry lacks is registered. If false it must be
 *     there: for installations where only a release job may write
 * @param patience the longest wait for a connection, and again for an answer
 */
public record RegistrySettings(
    URI base, Optional<Login> login, boolean register, Duration patience) {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** Sent as HTTP basic authentication. Never printed. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[user=" + user + ", password=***]";
    }
  }

  public RegistrySettings {
    if (base.getHost() == null || base.getScheme() == null || !SCHEMES.contains(base.getScheme())) {
      throw new IllegalArgumentException(
          "the registry's address must begin with http:// or https:// and a host, as http://localhost:8081");
    }
    if (base.getUserInfo() != null) {
      // and the address is not repeated here, as this text is logged
      throw new IllegalArgumentException(
          "the registry's address must not hold a user or password, as addresses are logged: give them as login");
    }
    if (base.getQuery() != null || base.getFragment() != null) {
      throw new IllegalArgumentException(
          "the registry's address must end with its path, without '?' or '#'");
    }
    if (patience.isZero() || patience.isNegative()) {
      throw new IllegalArgumentException("patience must be greater than zero, was " + patience);
    }
  }

  /** Registers what is missing, without a login, with ten seconds of patience. */
  public static RegistrySettings of(URI base) {
    return new RegistrySettings(base, Optional.empty(), true, Duration.ofSeconds(10));
  }
}
