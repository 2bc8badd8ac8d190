package org.kuroshio.schemas.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kuroshio.schemas.frame.RegistrySettings.Login;
import org.kuroshio.schemas.table.Cut;

/**
 * What the operator is told when a registry misbehaves in ways that a real one can't be made to.
 */
class RegistryFailuresTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<String> authorizations = new ArrayList<>();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String body = "{}";
  private volatile boolean silent;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          if (silent) {
            awaitEnd();
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void shouldAskForAnotherTryWhenBusy(int busy) {
    status = busy;

    assertThatThrownBy(() -> ids().schemaOf(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(String.valueOf(busy));
  }

  @Test
  void shouldGiveUpOnSilence() {
    silent = true;

    assertThatThrownBy(() -> ids().schemaOf(1)).isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void shouldSayThatLoginIsWrongWithoutRepeatingIt() {
    status = 401;

    assertThatThrownBy(() -> ids(new Login("me", "hush")).schemaOf(1))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("login is wrong")
        .hasMessageNotContaining("hush");
    assertThat(authorizations).containsExactly("Basic bWU6aHVzaA==");
  }

  @Test
  void shouldSayThatLoginIsMissing() {
    status = 401;

    assertThatThrownBy(() -> ids().schemaOf(1)).hasMessageContaining("wants a login");
  }

  @Test
  void shouldRecogniseThatItIsNoRegistry() {
    body = "<html>Welcome</html>";

    assertThatThrownBy(() -> ids().schemaOf(1))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("/apis/ccompat/v7");
  }

  @Test
  void shouldRecogniseJsonOfAnotherService() {
    assertThatThrownBy(() -> ids().schemaOf(1)).hasMessageContaining("without 'schema'");
  }

  @Test
  void shouldReportSchemaOfAnotherKind() {
    body = "{\"schemaType\": \"PROTOBUF\", \"schema\": \"syntax = proto3;\"}";

    assertThatThrownBy(() -> ids().schemaOf(1))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("no Avro schema");
  }

  @Test
  void shouldExplainIncompatibleSchema() {
    status = 409;
    body = "{\"error_code\": 409, \"message\": \"field gone\"}";

    assertThatThrownBy(() -> ids().idOf("t-Cut", Cut.getClassSchema()))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("t-Cut")
        .hasMessageContaining("field gone");
  }

  @Test
  void shouldNotKeepFailures() {
    status = 503;
    RegistryIds ids = ids();
    assertThatThrownBy(() -> ids.idOf("t-Cut", Cut.getClassSchema()))
        .isInstanceOf(RegistryUnavailableException.class);

    status = 200;
    body = "{\"id\": 7}";

    assertThat(ids.idOf("t-Cut", Cut.getClassSchema())).isEqualTo(7);
  }

  @Test
  void shouldAskOnce() {
    body = "{\"id\": 7}";
    RegistryIds ids = ids();

    ids.idOf("t-Cut", Cut.getClassSchema());
    ids.idOf("t-Cut", Cut.getClassSchema());

    assertThat(authorizations).hasSize(1);
  }

  private RegistryIds ids(Login... login) {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new RegistryIds(
        new RegistrySettings(
            base,
            Optional.ofNullable(login.length == 0 ? null : login[0]),
            true,
            silent ? Duration.ofMillis(500) : Duration.ofSeconds(30)));
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
