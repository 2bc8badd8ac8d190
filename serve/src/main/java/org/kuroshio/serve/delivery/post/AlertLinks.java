package org.kuroshio.serve.delivery.post;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kuroshio.schemas.table.Alert;

/** Where the dashboard shows an alert. */
public final class AlertLinks {
  private AlertLinks() {}

  public static String to(URI dashboard, Alert alert) {
    String base = dashboard.toString();
    return (base.endsWith("/") ? base : base + "/")
        + "#/alerts?id="
        + URLEncoder.encode(alert.getId(), StandardCharsets.UTF_8);
  }
}
