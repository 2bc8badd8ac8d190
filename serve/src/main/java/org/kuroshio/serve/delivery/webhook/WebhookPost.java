package org.kuroshio.serve.delivery.webhook;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.serve.delivery.post.HttpSender;
import org.kuroshio.serve.delivery.post.Post;
import org.kuroshio.serve.delivery.post.UndeliveredException;
import org.kuroshio.serve.delivery.settings.Target;

/** Posts CloudEvents to one URL. */
public final class WebhookPost implements Post {
  private final Target.Webhook target;
  private final CloudEvents events;
  private final InstantSource clock;
  private final HttpSender http = new HttpSender();

  /**
   * @param link of the dashboard, the events' source
   * @param clock for signatures
   */
  public WebhookPost(Target.Webhook target, Optional<URI> link, InstantSource clock) {
    this.target = target;
    this.events = new CloudEvents(link);
    this.clock = clock;
  }

  @Override
  public void send(List<Alert> transitions) throws UndeliveredException {
    byte[] body = events.body(transitions);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Idempotency-Key", key(transitions));
    target
        .secret()
        .ifPresent(
            secret -> headers.put(Signature.HEADER, Signature.of(secret, clock.instant(), body)));
    http.send(
        "POST",
        target.url(),
        body,
        transitions.size() == 1 ? CloudEvents.ONE : CloudEvents.BATCH,
        headers);
  }

  /** The message's own: a message that is sent again holds the same transitions. */
  private static String key(List<Alert> transitions) {
    String first = CloudEvents.id(transitions.get(0));
    return transitions.size() == 1
        ? first
        : first
            + "+"
            + (transitions.size() - 1)
            + "+"
            + CloudEvents.id(transitions.get(transitions.size() - 1));
  }

  @Override
  public void close() {
    http.close();
  }
}
