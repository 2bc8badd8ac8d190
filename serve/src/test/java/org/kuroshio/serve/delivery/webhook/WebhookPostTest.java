package org.kuroshio.serve.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kuroshio.serve.delivery.fixture.Alerts;
import org.kuroshio.serve.delivery.post.UndeliveredException;
import org.kuroshio.serve.delivery.settings.Secret;
import org.kuroshio.serve.delivery.settings.Target;

class WebhookPostTest {
  private record Request(String path, Map<String, String> headers, byte[] body) {}

  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private HttpServer server;
  private volatile int status = 204;
  private volatile Map<String, String> answered = Map.of();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Map<String, String> headers = new java.util.HashMap<>();
          exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
          requests.add(
              new Request(
                  exchange.getRequestURI().getPath(),
                  headers,
                  exchange.getRequestBody().readAllBytes()));
          answered.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldSendOneTransitionAsCloudEvent() throws Exception {
    post().send(List.of(Alerts.fired(1)));

    Request request = requests.remove();
    JsonNode event = new ObjectMapper().readTree(request.body());
    assertThat(request.headers().get("Content-type")).startsWith("application/cloudevents+json");
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo("000000000001-1.1");
    assertThat(event.path("type").asText()).isEqualTo("org.kuroshio.alert.fired");
    assertThat(event.path("source").asText()).isEqualTo("http://127.0.0.1:8080");
    assertThat(event.path("time").asText()).isEqualTo("2026-11-25T08:00:00Z");
    assertThat(event.path("data").path("summary").path("ja").asText()).contains("未達成");
    assertThat(event.path("data").path("causes").get(0).asText()).isEqualTo("milestone:1");
    assertThat(request.headers().get("Idempotency-key")).isEqualTo("000000000001-1.1");
  }

  @Test
  void shouldSendSeveralAsBatchUnderOneKey() throws Exception {
    post().send(List.of(Alerts.fired(1), Alerts.fired(2), Alerts.fired(3)));

    Request request = requests.remove();
    assertThat(request.headers().get("Content-type"))
        .startsWith("application/cloudevents-batch+json");
    assertThat(new ObjectMapper().readTree(request.body())).hasSize(3);
    assertThat(request.headers().get("Idempotency-key"))
        .isEqualTo("000000000001-1.1+2+000000000003-1.1");
  }

  @Test
  void shouldSignTheBody() throws Exception {
    post().send(List.of(Alerts.fired(1)));

    Request request = requests.remove();
    assertThat(request.headers().get("Kuroshio-signature"))
        .isEqualTo(Signature.of(new Secret("key"), Alerts.FIRED_AT, request.body()))
        .startsWith("t=1795593600,v1=");
  }

  /** RFC 4231, test case 2, as hashed without the time in front. */
  @Test
  void shouldComputeWhatOthersCompute() throws Exception {
    var mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(new javax.crypto.spec.SecretKeySpec("Jefe".getBytes("US-ASCII"), "HmacSHA256"));
    byte[] expected = mac.doFinal("0.what do ya want for nothing?".getBytes("US-ASCII"));

    assertThat(
            Signature.of(
                new Secret("Jefe"),
                java.time.Instant.EPOCH,
                "what do ya want for nothing?".getBytes("US-ASCII")))
        .isEqualTo("t=0,v1=" + java.util.HexFormat.of().formatHex(expected));
  }

  @Test
  void shouldFollowNoRedirect() {
    status = 302;
    answered = Map.of("Location", "http://127.0.0.1:1/elsewhere");

    assertThatThrownBy(() -> post().send(List.of(Alerts.fired(1))))
        .isInstanceOf(UndeliveredException.class)
        .hasMessageContaining("302, a redirect, which is not followed")
        .hasMessageNotContaining("token");
    assertThat(requests).hasSize(1);
  }

  @Test
  void shouldPassOnHowLongToWait() {
    status = 429;
    answered = Map.of("Retry-After", "17");

    assertThatThrownBy(() -> post().send(List.of(Alerts.fired(1))))
        .isInstanceOfSatisfying(
            UndeliveredException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(17)));
  }

  @Test
  void shouldNameNoPathOfAReceiverThatIsAway() {
    server.stop(0);

    assertThatThrownBy(() -> post().send(List.of(Alerts.fired(1))))
        .isInstanceOf(UndeliveredException.class)
        .hasMessageContaining("can't be reached")
        .hasMessageNotContaining("token");
  }

  private WebhookPost post() {
    return new WebhookPost(
        new Target.Webhook(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=1"),
            Optional.of(new Secret("key"))),
        Optional.of(URI.create("http://127.0.0.1:8080")),
        InstantSource.fixed(Alerts.FIRED_AT));
  }
}
