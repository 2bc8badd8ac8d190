package org.kuroshio.serve.http;

/** Another process listens where the server should. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortTakenException(HttpSettings settings, Throwable cause) {
    super(
        "can't listen on %s port %d: another process does, or this one may not"
            .formatted(settings.host(), settings.port()),
        cause);
  }
}
