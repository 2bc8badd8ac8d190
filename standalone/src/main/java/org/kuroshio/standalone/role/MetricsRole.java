package org.kuroshio.standalone.role;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.kuroshio.serve.metric.Meters;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.installation.MetricsPart;

/**
 * Shows at {@code /metrics} what is measured in this process: JVM, Kafka Streams, Connect, lag,
 * sources. Answers nothing else.
 */
public final class MetricsRole implements Role {
  private static final int WAITING_CALLERS = 16;
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Meters meters;
  private final HttpServer server;

  private MetricsRole(Meters meters, HttpServer server) {
    this.meters = meters;
    this.server = server;
  }

  /**
   * Returns when it answers.
   *
   * @throws Failure if nobody can listen there
   */
  public static MetricsRole start(MetricsPart part) {
    HttpServer server;
    try {
      InetSocketAddress address = new InetSocketAddress(part.host(), part.port());
      server = HttpServer.create(address, WAITING_CALLERS);
    } catch (IOException e) {
      throw new Failure(
          "metrics can't be shown at %s:%d: %s".formatted(part.host(), part.port(), e.getMessage()),
          e);
    }
    Meters meters = new Meters();
    Metrics.addRegistry(meters.registry());
    server.createContext("/", exchange -> answer(exchange, meters));
    server.start();
    return new MetricsRole(meters, server);
  }

  private static void answer(HttpExchange exchange, Meters meters) throws IOException {
    try (exchange) {
      boolean asked = exchange.getRequestURI().getPath().equals("/metrics");
      String text = asked ? meters.text() : "there is /metrics only\n";
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", TEXT);
      exchange.sendResponseHeaders(asked ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  public InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public String name() {
    return "metrics";
  }

  @Override
  public Optional<Failure> failure() {
    return Optional.empty();
  }

  @Override
  public void close() {
    server.stop(0);
    Metrics.removeRegistry(meters.registry());
    try {
      meters.close();
    } catch (Exception e) {
      throw new IllegalStateException("meters can't be closed", e);
    }
  }
}
