package org.kuroshio.ingest.connect;

import java.net.URI;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** What settings must look like, each said once. */
final class Validators {
  private static final Pattern TOPIC_PART = Pattern.compile("[A-Za-z0-9._-]{0,180}");

  private Validators() {}

  static Validator notBlank() {
    return of("not blank", text -> !text.isBlank());
  }

  static Validator topicPart() {
    return of(
        "empty, or letters, digits, '.', '_' and '-'", text -> TOPIC_PART.matcher(text).matches());
  }

  static Validator addressOrEmpty() {
    return of(
        "empty, or an address that begins with http:// or https://",
        text -> text.isEmpty() || isAddress(text));
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private interface Check {
    boolean passes(String text);
  }

  private static Validator of(String expected, Check check) {
    return new Validator() {
      @Override
      public void ensureValid(String name, Object value) {
        if (!(value instanceof String text) || !check.passes(text)) {
          throw new ConfigException(name, value, "must be " + expected);
        }
      }

      @Override
      public String toString() {
        return expected;
      }
    };
  }
}
