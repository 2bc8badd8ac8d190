package org.kuroshio.ingest.region;

import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.rejection.RejectedException;

/** What is said of a code that is there but means nothing. */
final class UnknownCode {
  private UnknownCode() {}

  static RejectedException region(String code, String expected) {
    return Problem.map("unknown-region", "'" + code + "' is no " + expected).thrown();
  }

  static RejectedException country(String name) {
    return Problem.map(
            "unknown-country",
            "'" + name + "' is neither a code of ISO 3166-1 nor an English name of a country")
        .thrown();
  }
}
