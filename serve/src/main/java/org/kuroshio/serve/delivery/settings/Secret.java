package org.kuroshio.serve.delivery.settings;

import java.nio.charset.StandardCharsets;

/** A password or key. It prints as stars wherever it ends up. */
public record Secret(String value) {
  public Secret {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a secret must not be empty");
    }
  }

  public byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "***";
  }
}
