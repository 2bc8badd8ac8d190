package org.kuroshio.serve.access;

import java.net.URI;
import java.util.Objects;

/**
 * Whose tokens are taken (OpenID Connect).
 *
 * @param issuer as tokens name it in `iss`
 * @param keys where its public keys are (JWKS), over https, or http on this machine
 * @param audience that tokens must name in `aud`
 * @param rolesClaim which claim lists roles: `roles`, or with dots `realm_access.roles`
 * @param readerRole the value that makes a reader
 * @param operatorRole the value that makes an operator
 */
public record TokenIssuer(
    String issuer,
    URI keys,
    String audience,
    String rolesClaim,
    String readerRole,
    String operatorRole) {
  public TokenIssuer {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(rolesClaim, "rolesClaim");
    boolean local = "localhost".equals(keys.getHost()) || "127.0.0.1".equals(keys.getHost());
    if (!"https".equals(keys.getScheme()) && !("http".equals(keys.getScheme()) && local)) {
      throw new IllegalArgumentException("the issuer's keys are fetched over https, was " + keys);
    }
  }
}
