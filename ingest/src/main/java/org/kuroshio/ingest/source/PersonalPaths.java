package org.kuroshio.ingest.source;

import java.util.List;
import java.util.Optional;

/**
 * Paths that are dropped before mapping and before rejecting.
 *
 * @param paths may be empty
 */
public record PersonalPaths(List<PersonalPath> paths) implements Personal {
  public PersonalPaths {
    paths = List.copyOf(paths);
  }

  /** All of what stands at these JSON Pointers. */
  public static PersonalPaths whole(List<String> paths) {
    return new PersonalPaths(
        paths.stream().map(path -> new PersonalPath(path, Optional.empty())).toList());
  }

  @Override
  public boolean bytesMayBeKept() {
    return false;
  }
}
