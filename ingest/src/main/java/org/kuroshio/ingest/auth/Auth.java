package org.kuroshio.ingest.auth;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kuroshio.ingest.failure.Condition;
import org.kuroshio.ingest.request.RequestText;

/** How a request is authorised. */
public sealed interface Auth {
  /** Not at all. */
  record None() implements Auth {}

  /** By a header. */
  record Header(String name, RequestText value) implements Auth {}

  /** By a parameter of the query, so that no address may be shown that has it. */
  record Query(String param, RequestText value) implements Auth {}

  /** RFC 7617. */
  record Basic(RequestText user, RequestText password) implements Auth {}

  /** A token that does not change. */
  record Bearer(RequestText token) implements Auth {}

  /**
   * OAuth 2 client credentials (RFC 6749, 4.4).
   *
   * @param tokenPath where the token is had, absolute or behind the base
   * @param inBody whether the credentials stand in the form, else in a Basic header
   * @param form more fields of the form
   * @param refreshBefore how long before its end a token is not used any more
   * @param renewOn an answer that means that the token is no longer good; 401 always does
   */
  record ClientCredentials(
      RequestText tokenPath,
      RequestText clientId,
      RequestText clientSecret,
      boolean inBody,
      Map<String, RequestText> form,
      Duration refreshBefore,
      List<Condition> renewOn)
      implements Auth {
    public ClientCredentials {
      form = Map.copyOf(form);
      renewOn = List.copyOf(renewOn);
    }
  }
}
