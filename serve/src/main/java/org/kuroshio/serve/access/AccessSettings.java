package org.kuroshio.serve.access;

import java.util.List;
import java.util.Optional;

/**
 * Who may do what.
 *
 * @param anonymous what a caller without a key or token may do; empty for nothing but health
 */
public record AccessSettings(
    List<ApiKey> keys, Optional<TokenIssuer> issuer, Optional<Role> anonymous) {
  /** Everything for anybody: for a server that only this machine can reach. */
  public static final AccessSettings LOCAL =
      new AccessSettings(List.of(), Optional.empty(), Optional.of(Role.OPERATOR));

  public AccessSettings {
    keys = List.copyOf(keys);
  }

  /** The words of `/about`. */
  public List<String> methods() {
    List<String> methods = new java.util.ArrayList<>();
    anonymous.ifPresent(role -> methods.add("none"));
    if (!keys.isEmpty()) {
      methods.add("key");
    }
    issuer.ifPresent(i -> methods.add("bearer"));
    return methods;
  }
}
