package org.kuroshio.serve.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/**
 * Where and how much.
 *
 * @param host the address to bind; loopback unless the server shall be reached from elsewhere
 * @param port 0 for any that is free
 * @param names under which the server may be asked (`Host`) besides loopback's; only looked at
 *     while it is bound to loopback, where another name means that a page of somebody else's asks
 * @param origins of other sites' pages that may read answers (CORS), `https://example.org`
 * @param requestsPerSecond of one caller, over time
 * @param burst of one caller, at once
 * @param mostStreams open event streams
 * @param streamBufferBytes how far a reader of events may be behind before it is dropped
 * @param drain how long requests that are under way may take when the server closes
 */
public record HttpSettings(
    String host,
    int port,
    List<String> names,
    List<String> origins,
    int requestsPerSecond,
    int burst,
    int mostStreams,
    int streamBufferBytes,
    Duration drain) {
  public HttpSettings {
    names = List.copyOf(names);
    origins = List.copyOf(origins);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 1 to 65535, or 0 for any, was " + port);
    }
    if (requestsPerSecond < 1 || burst < requestsPerSecond) {
      throw new IllegalArgumentException(
          "a caller may ask at least once a second, and burst is no less than requestsPerSecond");
    }
    if (mostStreams < 0 || streamBufferBytes < 1024) {
      throw new IllegalArgumentException(
          "mostStreams is 0 or more, and streamBufferBytes is 1024 or more");
    }
  }

  /** This machine only. */
  public static HttpSettings local(int port) {
    return new HttpSettings(
        "127.0.0.1",
        port,
        List.of(),
        List.of(),
        500,
        1_000,
        2_000,
        16 * 1024 * 1024,
        Duration.ofSeconds(5));
  }

  /** Whether only this machine can reach it. */
  public boolean isLocal() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("there is no address '" + host + "' to bind", e);
    }
  }
}
