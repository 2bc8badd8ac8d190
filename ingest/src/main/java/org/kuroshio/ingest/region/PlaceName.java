package org.kuroshio.ingest.region;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A romanised name as the table of places spells it: small letters, no long vowels ({@code Ohtsu},
 * {@code Ōtsu} and {@code Otsu} are one), {@code n} before {@code b}, {@code m} and {@code p}.
 *
 * @param kind as the table has it, or empty where the name does not say ({@code Fuchu})
 */
record PlaceName(String spelling, String kind) {
  private static final Pattern SUFFIX =
      Pattern.compile(
          "(.+?)[\\s-]+(shi|city|ku|ward|cho|machi|town|mura|son|village|ken|fu|to|prefecture|pref\\.?)");

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("shi", "city"),
          Map.entry("city", "city"),
          Map.entry("ku", "ward"),
          Map.entry("ward", "ward"),
          Map.entry("cho", "town"),
          Map.entry("machi", "town"),
          Map.entry("town", "town"),
          Map.entry("mura", "village"),
          Map.entry("son", "village"),
          Map.entry("village", "village"));

  static PlaceName of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    String lower = plain.toLowerCase(Locale.ROOT).strip();
    Matcher suffixed = SUFFIX.matcher(lower);
    return suffixed.matches()
        ? new PlaceName(
            spelling(suffixed.group(1)), KINDS.getOrDefault(suffixed.group(2), "prefecture"))
        : new PlaceName(spelling(lower), "");
  }

  private static String spelling(String name) {
    return name.replaceAll("[^a-z]", "")
        .replaceAll("m(?=[bmp])", "n")
        .replaceAll("o[ou]+", "o")
        .replaceAll("uu+", "u")
        .replaceAll("oh(?=[^aeiouy]|$)", "o");
  }

  /**
   * @param other a kind of the table
   */
  boolean mayBe(String other) {
    return kind.isEmpty() || kind.equals(other) || (kind.equals("city") && other.equals("major"));
  }
}
