package org.kuroshio.ingest.source;

import java.util.List;

/**
 * Paths that are dropped before mapping and before rejecting.
 *
 * @param paths JSON Pointers in which {@code *} stands for every element or member; may be empty
 */
public record PersonalPaths(List<String> paths) implements Personal {
  public PersonalPaths {
    paths = List.copyOf(paths);
    for (String path : paths) {
      if (!path.startsWith("/") || path.length() == 1) {
        throw new IllegalArgumentException(
            "a personal path is a JSON Pointer like /inventors/*/name, was '" + path + "'");
      }
    }
  }

  @Override
  public boolean bytesMayBeKept() {
    return false;
  }
}
