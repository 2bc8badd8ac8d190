package org.kuroshio.ingest.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes secrets out of text that somebody will see. Immutable. */
public final class Redaction {
  private static final String HIDDEN = "***";
  private static final int LEAST_LETTERS = 3;

  private final List<String> hidden = new ArrayList<>();

  public Redaction(List<String> secrets) {
    for (String secret : secrets) {
      if (secret.length() >= LEAST_LETTERS) {
        hidden.add(secret);
        hidden.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      }
    }
    // one secret may begin with another
    hidden.sort(Comparator.comparingInt(String::length).reversed());
  }

  public String clean(String text) {
    String clean = text;
    for (String secret : hidden) {
      clean = clean.replace(secret, HIDDEN);
    }
    return clean;
  }
}
