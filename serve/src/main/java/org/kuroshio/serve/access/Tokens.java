package org.kuroshio.serve.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks tokens of an issuer: signature, issuer, audience, time. Safe for many threads. */
final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  /** Signatures by a private key; never `none`, never a shared secret. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private final TokenIssuer issuer;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  Tokens(TokenIssuer issuer) {
    this.issuer = issuer;
    try {
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              ALGORITHMS,
              JWKSourceBuilder.<SecurityContext>create(issuer.keys().toURL())
                  .retrying(true)
                  .build()));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("the issuer's keys: " + e.getMessage(), e);
    }
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            issuer.audience(),
            new JWTClaimsSet.Builder().issuer(issuer.issuer()).build(),
            Set.of("sub", "exp")));
  }

  /** Empty if the token is not to be trusted, or gives no role; the log says why, never what. */
  Optional<Caller> caller(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      return role(claims).map(role -> new Caller(claims.getSubject(), role, true));
    } catch (ParseException | BadJOSEException e) {
      LOG.atInfo().addKeyValue("why", e.getClass().getSimpleName()).log("token refused");
    } catch (JOSEException e) {
      LOG.atWarn().setCause(e).addKeyValue("issuer", issuer.issuer()).log("token not checked");
    }
    return Optional.empty();
  }

  private Optional<Role> role(JWTClaimsSet claims) {
    Collection<?> roles = roles(claims.getClaims());
    if (roles.contains(issuer.operatorRole())) {
      return Optional.of(Role.OPERATOR);
    }
    return roles.contains(issuer.readerRole()) ? Optional.of(Role.READER) : Optional.empty();
  }

  private Collection<?> roles(Map<String, Object> claims) {
    Object at = claims;
    for (String name : issuer.rolesClaim().split("\\.", -1)) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    if (at instanceof Collection<?> many) {
      return many;
    }
    return at instanceof String text ? List.of(text.split(" ", -1)) : List.of();
  }
}
