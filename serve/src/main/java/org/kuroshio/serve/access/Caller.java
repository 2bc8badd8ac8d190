package org.kuroshio.serve.access;

/**
 * Who asks.
 *
 * @param name of the key or the token's subject; `anonymous` without either
 * @param known whether the name was proved
 */
public record Caller(String name, Role role, boolean known) {
  static Caller anonymous(Role role) {
    return new Caller("anonymous", role, false);
  }
}
