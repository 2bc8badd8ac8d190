package org.kuroshio.ingest.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.kuroshio.ingest.answer.Answer;

/**
 * Connections to one server, with bounds on everything that a server decides: time, headers, body.
 * Nothing is retried, redirected or remembered here. Used by one thread; {@link #cancel} by any.
 */
final class HttpConnections implements Closeable {
  private static final int HEADER_COUNT = 200;
  private static final int HEADER_LINE = 16 * 1024;

  private final HttpServer server;
  private final CloseableHttpClient client;
  private volatile HttpUriRequestBase underWay;
  private volatile boolean cancelled;

  HttpConnections(HttpServer server) {
    this.server = server;
    this.client = client(server);
  }

  private static CloseableHttpClient client(HttpServer server) {
    Timeout read = Timeout.of(server.readTimeout());
    ConnectionConfig connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(server.connectTimeout()))
            .setSocketTimeout(read)
            .build();
    Http1Config limits =
        Http1Config.custom().setMaxHeaderCount(HEADER_COUNT).setMaxLineLength(HEADER_LINE).build();
    HttpClientBuilder builder =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(connection)
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(read).build())
            .setUserAgent("kuroshio")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression();
    server.proxy().map(HttpHost::create).ifPresent(builder::setProxy);
    return builder.build();
  }

  /**
   * @param shown the request's address without secrets
   * @param download whether a successful answer becomes a file
   * @throws RefusedAnswerException if the answer is beyond the limits
   * @throws IOException if the connection breaks, times out or ends too early
   */
  Answer send(HttpUriRequestBase request, String shown, boolean download) throws IOException {
    if (cancelled) {
      throw new IOException("cancelled");
    }
    underWay = request;
    try {
      return client.execute(request, response -> answer(response, shown, download));
    } finally {
      underWay = null;
    }
  }

  private Answer answer(ClassicHttpResponse response, String shown, boolean download)
      throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.getValue() == null ? "" : header.getValue());
    }
    boolean kept = download && response.getCode() / 100 == 2;
    HttpEntity entity = response.getEntity();
    InputStream in = entity == null ? null : entity.getContent();
    if (in == null) {
      return new Answer(shown, response.getCode(), headers, new byte[0], Optional.empty());
    }
    try {
      byte[] body = kept ? new byte[0] : body(in, entity.getContentEncoding(), shown);
      Optional<Path> file = kept ? Optional.of(file(in, shown)) : Optional.empty();
      in.close();
      return new Answer(shown, response.getCode(), headers, body, file);
    } catch (IOException e) {
      abandon(response, e);
      throw e;
    }
  }

  private byte[] body(InputStream in, String contentEncoding, String shown) throws IOException {
    String encoding = contentEncoding == null ? "" : contentEncoding.toLowerCase(Locale.ROOT);
    return new LimitedBody(shown, server.responseBytes(), server.wholeTimeout())
        .bytes(in, encoding);
  }

  /** Closes the connection first, as closing a body would read it to its end. */
  private void abandon(ClassicHttpResponse response, IOException why) {
    HttpUriRequestBase request = underWay;
    if (request != null) {
      request.cancel();
    }
    try {
      response.close();
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private Path file(InputStream in, String shown) throws IOException {
    Path file = Files.createTempFile("kuroshio-download-", ".part");
    try (OutputStream out = Files.newOutputStream(file)) {
      new LimitedBody(shown, server.downloadBytes(), server.wholeTimeout()).copy(in, out);
      return file;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Ends a request under way; none can be made after it. */
  void cancel() {
    cancelled = true;
    HttpUriRequestBase request = underWay;
    if (request != null) {
      request.cancel();
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /** Whether an address is of the server itself. */
  boolean isOwn(URI address) {
    URI base = server.base();
    return base.getScheme().equals(address.getScheme())
        && base.getHost().equalsIgnoreCase(address.getHost())
        && base.getPort() == address.getPort();
  }
}
