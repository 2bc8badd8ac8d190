package org.kuroshio.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells whether a charset's bytes can be searched for ASCII delimiters. In the charsets named here
 * no byte below 0x40 is ever part of another character, except digits in GB18030.
 */
final class DirectCharset {
  private static final List<String> FAMILIES =
      List.of("ISO-8859", "windows-", "Shift_JIS", "EUC-", "GB", "Big5", "US-ASCII", "KOI8");

  private DirectCharset() {}

  static boolean canSearch(Charset charset, char... wanted) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    for (char c : wanted) {
      if (c >= 0x40 || Character.isDigit(c)) {
        return false;
      }
    }
    return FAMILIES.stream().anyMatch(charset.name()::startsWith);
  }
}
