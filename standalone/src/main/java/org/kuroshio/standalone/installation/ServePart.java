package org.kuroshio.standalone.installation;

import org.kuroshio.serve.access.AccessSettings;
import org.kuroshio.serve.http.HttpSettings;

/** Where the tables are served, how much, and to whom. */
public record ServePart(HttpSettings http, AccessSettings access) {
  /** On this machine, to anybody on it. */
  public static final ServePart USUAL =
      new ServePart(HttpSettings.local(8080), AccessSettings.LOCAL);
}
