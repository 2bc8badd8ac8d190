package org.kuroshio.ingest.http;

import java.net.URI;
import org.kuroshio.ingest.answer.Answer;

/** Where an answer may lead. */
final class Redirects {
  static final int MOST = 5;

  private final HttpServer server;
  private final HttpConnections connections;

  Redirects(HttpServer server, HttpConnections connections) {
    this.server = server;
    this.connections = connections;
  }

  static boolean is(Answer answer) {
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> answer.find("location").isPresent();
      default -> false;
    };
  }

  /**
   * @throws RefusedAnswerException if it leads where nobody sent us
   */
  URI target(URI from, Answer answer) throws RefusedAnswerException {
    String location = answer.find("location").orElseThrow();
    try {
      URI target = from.resolve(location);
      return permitted(from, target);
    } catch (IllegalArgumentException e) {
      throw new RefusedAnswerException(answer.shown() + " leads to what is no address");
    }
  }

  /** The address itself, if one may go there from another. */
  URI permitted(URI from, URI target) throws RefusedAnswerException {
    boolean web = "https".equals(target.getScheme()) || "http".equals(target.getScheme());
    if (!web || target.getHost() == null || target.getUserInfo() != null) {
      throw new RefusedAnswerException(
          "the server leads to an address of the kind '"
              + target.getScheme()
              + "', and only http and https are followed");
    }
    if ("https".equals(from.getScheme()) && "http".equals(target.getScheme())) {
      throw new RefusedAnswerException(
          "the server leads from https to http, which is not followed");
    }
    boolean known =
        connections.isOwn(target)
            || (server.base().getHost().equalsIgnoreCase(target.getHost())
                && target.getPort() == -1
                && "https".equals(target.getScheme()))
            || server.hosts().contains(hostAndPort(target))
            || server.hosts().contains(target.getHost());
    if (!known) {
      throw new RefusedAnswerException(
          "the server leads to the host '"
              + hostAndPort(target)
              + "'; name it in 'transport.http.hosts' if that is right");
    }
    return target;
  }

  private static String hostAndPort(URI address) {
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }
}
