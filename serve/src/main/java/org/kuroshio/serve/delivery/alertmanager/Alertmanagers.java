package org.kuroshio.serve.delivery.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.serve.delivery.post.HttpSender;
import org.kuroshio.serve.delivery.post.UndeliveredException;
import org.kuroshio.serve.delivery.settings.Target;

/**
 * The members of a cluster of Alertmanagers. Each is told everything; one that takes it is enough.
 */
public final class Alertmanagers implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "application/json";
  private static final int MISSED_BEFORE_THE_END = 4;

  private final Duration resend;
  private final Optional<URI> link;
  private final List<URI> apis;
  private final HttpSender http = new HttpSender();

  public Alertmanagers(Target.Alertmanager target, Optional<URI> link) {
    this.resend = target.resend();
    this.link = link;
    this.apis = target.urls().stream().map(Alertmanagers::api).toList();
  }

  /**
   * Tells every member how these alerts stand.
   *
   * @throws UndeliveredException if none of them took it
   */
  public void tell(Collection<Alert> alerts, Instant now) throws UndeliveredException {
    if (alerts.isEmpty()) {
      return;
    }
    byte[] body = body(alerts, now);
    UndeliveredException last = null;
    int taken = 0;
    for (URI api : apis) {
      try {
        http.send("POST", api.resolve("alerts"), body, TYPE, Map.of());
        taken++;
      } catch (UndeliveredException e) {
        last = e;
      }
    }
    if (taken == 0) {
      throw last;
    }
  }

  /**
   * Sets or lifts the silence of an alert whose snooze began or ended; a cluster passes it on by
   * itself.
   *
   * @throws UndeliveredException if no member took it
   */
  public void silence(Alert alert) throws UndeliveredException {
    UndeliveredException last = null;
    for (URI api : apis) {
      try {
        new Silences(api, http).follow(alert);
        return;
      } catch (UndeliveredException e) {
        last = e;
      }
    }
    throw last;
  }

  @Override
  public void close() {
    http.close();
  }

  private byte[] body(Collection<Alert> alerts, Instant now) {
    Instant end = now.plus(resend.multipliedBy(MISSED_BEFORE_THE_END));
    ArrayNode array = JSON.createArrayNode();
    alerts.forEach(alert -> array.add(AlertmanagerAlert.of(alert, end, link)));
    try {
      return JSON.writeValueAsBytes(array);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of text can always be written", e);
    }
  }

  private static URI api(URI base) {
    String text = base.toString();
    return URI.create((text.endsWith("/") ? text : text + "/") + "api/v2/");
  }
}
