package org.kuroshio.serve.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/** A secret that stands for a name. Only its digest is kept, and never shown. */
public final class ApiKey {
  /** Fewer can be guessed. */
  static final int FEWEST_LETTERS = 16;

  private final String name;
  private final Role role;
  private final byte[] digest;

  private ApiKey(String name, Role role, byte[] digest) {
    this.name = name;
    this.role = role;
    this.digest = digest;
  }

  /**
   * @param name who uses it; stands in commands and logs
   * @throws IllegalArgumentException if the secret has fewer than 16 letters
   */
  public static ApiKey of(String name, Role role, String secret) {
    Objects.requireNonNull(role, "role");
    if (name.isBlank()) {
      throw new IllegalArgumentException("an API key has a name");
    }
    if (secret.length() < FEWEST_LETTERS) {
      throw new IllegalArgumentException(
          "the secret of the API key '%s' has fewer than %d letters"
              .formatted(name, FEWEST_LETTERS));
    }
    return new ApiKey(name, role, digest(secret));
  }

  public Caller caller() {
    return new Caller(name, role, true);
  }

  /** Takes as long for a wrong secret as for a right one, wherever it begins to differ. */
  boolean is(byte[] digestOfSecret) {
    return MessageDigest.isEqual(digest, digestOfSecret);
  }

  static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "API key of " + name + " (" + role.word() + ")";
  }
}
