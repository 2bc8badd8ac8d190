package org.kuroshio.serve.delivery.post;

import java.net.URI;

/** Where the dashboard shows alerts. */
public final class AlertLinks {
  private AlertLinks() {}

  public static String on(URI dashboard) {
    String base = dashboard.toString();
    return (base.endsWith("/") ? base : base + "/") + "?view=alerts";
  }
}
