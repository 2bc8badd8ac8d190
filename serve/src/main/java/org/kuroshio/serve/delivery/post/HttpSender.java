package org.kuroshio.serve.delivery.post;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Requests to a receiver of alerts. Follows no redirect, reads no more of an answer than is needed,
 * and repeats nothing by itself. Safe for many threads.
 */
public final class HttpSender implements AutoCloseable {
  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final Timeout ANSWER = Timeout.ofSeconds(10);
  private static final int LARGEST_ANSWER = 1024 * 1024;

  private final CloseableHttpClient client =
      HttpClients.custom()
          .disableRedirectHandling()
          .disableAutomaticRetries()
          .disableCookieManagement()
          .disableAuthCaching()
          .setUserAgent("kuroshio")
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setDefaultConnectionConfig(
                      ConnectionConfig.custom()
                          .setConnectTimeout(CONNECT)
                          .setSocketTimeout(ANSWER)
                          .build())
                  .build())
          .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(ANSWER).build())
          .build();

  /**
   * @param method such as POST
   * @return the body of the answer, cut at a mebibyte
   * @throws UndeliveredException for every answer but 2xx, and for none
   */
  public byte[] send(
      String method, URI url, byte[] body, String contentType, Map<String, String> headers)
      throws UndeliveredException {
    HttpUriRequestBase request = new HttpUriRequestBase(method, url);
    headers.forEach(request::setHeader);
    if (body.length > 0) {
      request.setEntity(new ByteArrayEntity(body, ContentType.parse(contentType)));
    }
    try {
      return client.execute(request, answer -> accepted(url, answer));
    } catch (RefusedException e) {
      throw e.asUndelivered();
    } catch (IOException e) {
      throw new UndeliveredException(
          place(url) + " can't be reached: " + e.getClass().getSimpleName(), e);
    }
  }

  @Override
  public void close() {
    client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }

  private static byte[] accepted(URI url, ClassicHttpResponse answer) throws IOException {
    int status = answer.getCode();
    if (status >= 200 && status < 300) {
      return answer.getEntity() == null
          ? new byte[0]
          : answer.getEntity().getContent().readNBytes(LARGEST_ANSWER);
    }
    if (status >= 300 && status < 400) {
      throw new RefusedException(
          place(url)
              + " answered "
              + status
              + ", a redirect, which is not followed: name the place itself",
          Optional.empty());
    }
    throw new RefusedException(place(url) + " answered " + status, retryAfter(answer));
  }

  /** Without path and query, which may hold a key. */
  private static String place(URI url) {
    return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }

  private static Optional<Duration> retryAfter(ClassicHttpResponse answer) {
    Header header = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
    if (header == null) {
      return Optional.empty();
    }
    try {
      String value = header.getValue().strip();
      if (value.matches("\\d{1,6}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
      }
      Instant then = DateUtils.parseStandardDate(value);
      return Optional.ofNullable(then).map(at -> Duration.between(Instant.now(), at));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Carries what was answered out of the client, which knows only its own failures. */
  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    RefusedException(String message, Optional<Duration> retryAfter) {
      super(message);
      this.retryAfter = retryAfter;
    }

    UndeliveredException asUndelivered() {
      return new UndeliveredException(getMessage(), retryAfter, null);
    }
  }
}
