package org.kuroshio.serve.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.kuroshio.serve.access.Access;
import org.kuroshio.serve.access.Caller;
import org.kuroshio.serve.access.Role;

/**
 * What every request passes before anything is done for it: headers, name, origin, size, caller,
 * rate. What is refused is answered here, as a problem document.
 */
final class Gate implements Filter {
  /** A command to an alert has a few hundred bytes, and nothing else has a body. */
  static final int MOST_BODY_BYTES = 16 * 1024;

  private final SafeHeaders headers;
  private final Access access;
  private final RateLimit rate;
  private final MeterRegistry meters;

  Gate(HttpSettings settings, Access access, MeterRegistry meters) {
    this.headers = new SafeHeaders(settings);
    this.access = access;
    this.rate = new RateLimit(settings.requestsPerSecond(), settings.burst(), System::nanoTime);
    this.meters = meters;
  }

  @Override
  public void doFilter(ServletRequest plain, ServletResponse plainResponse, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) plain;
    HttpServletResponse response = (HttpServletResponse) plainResponse;
    long start = System.nanoTime();
    headers.put(request, response);
    Optional<ProblemException> refused = refused(request, response);
    if (refused.isPresent()) {
      write(response, refused.get(), request.getRequestURI());
    } else if (headers.isPreflight(request)) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      chain.doFilter(request, response);
    }
    if (!request.isAsyncStarted()) {
      measure(request, response, System.nanoTime() - start);
    }
  }

  private Optional<ProblemException> refused(
      HttpServletRequest request, HttpServletResponse response) {
    if (!headers.isOurName(request)) {
      return problem(
          421,
          "misdirected",
          "Misdirected request",
          "this server is not called '%s'; its names are localhost and those of its settings"
              .formatted(SafeHeaders.shown(request.getServerName())));
    }
    if (request.getContentLengthLong() > MOST_BODY_BYTES) {
      response.setHeader("Connection", "close");
      return problem(
          413,
          "too-large",
          "Too large",
          "a body has at most %d bytes, this one has %d"
              .formatted(MOST_BODY_BYTES, request.getContentLengthLong()));
    }
    if (request.getRequestURI().startsWith("/health/") || headers.isPreflight(request)) {
      return Optional.empty();
    }
    return notAllowed(request, response).or(() -> tooOften(request, response));
  }

  private Optional<ProblemException> notAllowed(
      HttpServletRequest request, HttpServletResponse response) {
    Access.Verdict verdict =
        access.verdict(request.getHeader("X-API-Key"), request.getHeader("Authorization"));
    boolean mustSay = request.getRequestURI().equals(Routes.SIGN_IN);
    if (verdict instanceof Access.Verdict.Known known && (known.caller().known() || !mustSay)) {
      Caller caller = known.caller();
      Callers.put(request, caller);
      Role needed = request.getMethod().equals("POST") ? Role.OPERATOR : Role.READER;
      return caller.role().includes(needed)
          ? Optional.empty()
          : problem(
              403,
              "not-allowed",
              "Not allowed",
              "that takes the role %s, and '%s' is %s"
                  .formatted(needed.word(), caller.name(), caller.role().word()));
    }
    response.setHeader("WWW-Authenticate", "Basic realm=\"Kuroshio\", charset=\"UTF-8\"");
    return problem(
        401,
        "who-are-you",
        "Who are you?",
        !(verdict instanceof Access.Verdict.Wrong)
            ? "send a key (X-API-Key, or as the password of Basic) or a token (Authorization:"
                + " Bearer)"
            : "the key or token is not, or no longer, valid");
  }

  private Optional<ProblemException> tooOften(
      HttpServletRequest request, HttpServletResponse response) {
    Caller caller = Callers.of(request);
    String who = caller.known() ? "caller " + caller.name() : request.getRemoteAddr();
    if (rate.allows(who)) {
      return Optional.empty();
    }
    response.setHeader("Retry-After", "1");
    return problem(
        429,
        "too-often",
        "Too often",
        "ask less often; /api/v1/stream tells when there is something new");
  }

  private static Optional<ProblemException> problem(
      int status, String word, String title, String detail) {
    return Optional.of(new ProblemException(status, word, title, detail));
  }

  static void write(HttpServletResponse response, ProblemException problem, String path)
      throws IOException {
    byte[] document = Problems.of(problem, path);
    response.setStatus(problem.status());
    response.setContentType(Problems.TYPE);
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }

  private void measure(HttpServletRequest request, HttpServletResponse response, long nanos) {
    Timer.builder("http.server.requests")
        .description("How long answers take, by route and status")
        .tag("method", request.getMethod().length() > 8 ? "OTHER" : request.getMethod())
        .tag("route", Routes.of(request.getRequestURI()))
        .tag("status", Integer.toString(response.getStatus()))
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(10))
        .register(meters)
        .record(Duration.ofNanos(nanos));
  }
}
