package org.kuroshio.serve.http;

import java.util.Set;
import java.util.regex.Pattern;

/** The addresses as patterns, so that a metric has as many series as there are of them. */
final class Routes {
  static final String API = "/api/v1";

  /** Where a browser asks a person for a key, also where anybody may read without one. */
  static final String SIGN_IN = "/signin";

  private static final Set<String> KNOWN =
      Set.of(
          API + "/about",
          API + "/indicators",
          API + "/regions",
          API + "/values",
          API + "/explain",
          API + "/diff",
          API + "/cuts",
          API + "/changes",
          API + "/alerts",
          API + "/milestones",
          API + "/sources",
          API + "/rejected",
          API + "/quality",
          API + "/stream",
          SIGN_IN,
          "/openapi.json",
          "/health/live",
          "/health/ready",
          "/metrics");

  private static final Pattern COMMAND = Pattern.compile(API + "/alerts/[^/]+/(ack|snooze)");

  private Routes() {}

  static String of(String path) {
    if (KNOWN.contains(path)) {
      return path;
    }
    if (COMMAND.matcher(path).matches()) {
      return API + "/alerts/{id}/" + path.substring(path.lastIndexOf('/') + 1);
    }
    return path.startsWith("/api/") ? "unknown" : "page";
  }
}
