package org.kuroshio.indicators.region;

import java.util.Optional;

/** A code that no pack and no country list knows; the message names it and the nearest one. */
public final class UnknownRegionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String nearest;

  UnknownRegionException(String code, Optional<String> nearest) {
    super(
        "unknown region '"
            + code
            + "'"
            + nearest
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; codes are as JP-13, JP-KANTO11, JP, JP-ZZ, WORLD, ZZ"));
    this.code = code;
    this.nearest = nearest.orElse(null);
  }

  public String code() {
    return code;
  }

  public Optional<String> nearest() {
    return Optional.ofNullable(nearest);
  }
}
