package org.kuroshio.ingest.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One place in a record that may hold personal data.
 *
 * @param path JSON Pointer in which {@code *} stands for every element or member
 * @param keep what of a text there is not personal: the pattern's first group, where it is found.
 *     Whatever is no text is dropped whole
 */
public record PersonalPath(String path, Optional<Pattern> keep) {
  public PersonalPath {
    if (!path.startsWith("/") || path.length() == 1) {
      throw new IllegalArgumentException(
          "a personal path is a JSON Pointer like /inventors/*/name, was '" + path + "'");
    }
    if (keep.isPresent() && keep.get().matcher("").groupCount() != 1) {
      throw new IllegalArgumentException(
          "'keep' is a pattern with one group, which is kept, like '\\[([A-Z]{2})\\]$'; was '"
              + keep.get()
              + "'");
    }
  }
}
