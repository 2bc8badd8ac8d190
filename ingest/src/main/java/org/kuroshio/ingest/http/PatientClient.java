package org.kuroshio.ingest.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.kuroshio.ingest.answer.Answer;
import org.kuroshio.ingest.auth.Auth;
import org.kuroshio.ingest.budget.DayQuota;
import org.kuroshio.ingest.budget.RequestBudget;
import org.kuroshio.ingest.failure.Action;
import org.kuroshio.ingest.failure.ErrorPolicy;
import org.kuroshio.ingest.failure.ErrorRule;
import org.kuroshio.ingest.failure.RetryPause;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.request.RequestBody;
import org.kuroshio.ingest.request.RequestValues;

/**
 * Asks a server within its budget until a request is answered as it should, or the rules say that
 * it is enough. Used by one thread; {@link #cancel} by any.
 */
public final class PatientClient implements Closeable {
  private final HttpServer server;
  private final RequestBudget budget;
  private final DayQuota quota;
  private final RetryPause backoff;
  private final RequestWatch watch;
  private final Clock clock;
  private final HttpConnections connections;
  private final Redirects redirects;
  private final Redaction redaction;
  private final Addresses addresses;
  private final Tokens tokens;
  private final Authorisation authorisation;

  /** What a rule can look at. */
  private record Reply(Answer answer, Question question) implements ErrorPolicy.Reply {
    @Override
    public int status() {
      return answer.status();
    }

    @Override
    public Optional<String> find(String name) {
      return answer.find(name);
    }

    @Override
    public Optional<String> at(JsonPointer pointer) {
      return question.bodies().find(answer.body(), pointer);
    }

    @Override
    public String beginning() {
      return answer.beginning();
    }
  }

  public PatientClient(
      HttpServer server,
      RequestBudget budget,
      DayQuota quota,
      Redaction redaction,
      RetryPause backoff,
      RequestWatch watch,
      Clock clock) {
    this.server = server;
    this.budget = budget;
    this.quota = quota;
    this.redaction = redaction;
    this.backoff = backoff;
    this.watch = watch;
    this.clock = clock;
    this.connections = new HttpConnections(server);
    this.redirects = new Redirects(server, connections);
    this.addresses = new Addresses(server, redaction);
    this.tokens =
        new Tokens(
            server, (request, shown) -> sent(request, shown, false, Optional.empty()), clock);
    this.authorisation = new Authorisation(server.auth(), tokens);
  }

  /** An address as it may be stored and shown. */
  public String shown(String address) {
    return addresses.shown(address);
  }

  /**
   * @throws FailedSourceException if a person must act
   */
  public Outcome ask(Question question) throws InterruptedException {
    boolean renewed = false;
    for (int failures = 1; ; failures++) {
      Duration pause;
      try {
        Answer answer = once(question);
        if (!renewed && isStale(answer, question)) {
          tokens.forget();
          renewed = true;
          failures--;
          continue;
        }
        Optional<ErrorRule> rule = question.policy().rule(new Reply(answer, question));
        if (rule.isEmpty()) {
          Optional<Outcome> outcome = outcome(answer, question);
          if (outcome.isPresent()) {
            return outcome.get();
          }
          watch.retrying("a page for people came from " + answer.shown() + " instead of data");
          pause = backoff.pause(failures);
        } else {
          Optional<Outcome> ended = ended(rule.get(), answer, failures);
          if (ended.isPresent()) {
            return ended.get();
          }
          pause = backoff.pause(rule.get(), answer, failures, clock.instant());
          watch.retrying("status " + answer.status() + " of " + answer.shown());
          // whoever else asks this source would be told the same
          budget.rest(pause);
        }
      } catch (RefusedAnswerException e) {
        throw new FailedSourceException(redaction.clean(e.getMessage()));
      } catch (IOException e) {
        pause = backoff.pause(failures);
        watch.retrying(redaction.clean(said(e)));
      }
      watch.rest(pause);
    }
  }

  private static String said(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private boolean isStale(Answer answer, Question question) {
    return server.auth() instanceof Auth.ClientCredentials credentials
        && (answer.status() == 401
            || credentials.renewOn().stream()
                .anyMatch(when -> ErrorPolicy.holds(when, new Reply(answer, question))));
  }

  /** Empty where the answer is a page for people although data were asked for. */
  private static Optional<Outcome> outcome(Answer answer, Question question) {
    if (answer.status() == 304) {
      return Optional.of(new Outcome.Unchanged());
    }
    return answer.isHtml() && !question.download()
        ? Optional.empty()
        : Optional.of(new Outcome.Got(answer));
  }

  /** Empty where it is to be tried again. */
  private Optional<Outcome> ended(ErrorRule rule, Answer answer, int failures) {
    boolean enough = rule.attempts().isPresent() && failures >= rule.attempts().get();
    Action action = rule.then() == Action.RETRY && enough ? rule.after() : rule.then();
    return switch (action) {
      case IGNORE -> Optional.of(new Outcome.Nothing());
      case SKIP ->
          Optional.of(
              new Outcome.Skipped(
                  answer.shown(),
                  Problem.read(
                      "http-" + answer.status(),
                      "the server answers with status "
                          + answer.status()
                          + ", and the source's rules say to go on")));
      case RETRY -> Optional.empty();
      case FAIL ->
          throw new FailedSourceException(
              "status "
                  + answer.status()
                  + " of "
                  + answer.shown()
                  + advice(answer.status(), enough ? failures : 1));
    };
  }

  private static String advice(int status, int tries) {
    String often = tries > 1 ? " after " + tries + " tries" : "";
    return switch (status) {
      case 401, 403 -> often + ": the key is not accepted, or not for this";
      case 404 -> often + ": 'errors: [{ status: 404, then: ignore }]' if it means nothing found";
      default -> often;
    };
  }

  private Answer once(Question question) throws IOException, InterruptedException {
    URI address = addresses.of(question.request(), question.values(), question.link());
    boolean own = connections.isOwn(address);
    if (!own) {
      redirects.permitted(server.base(), address);
    }
    for (int hops = 0; ; hops++) {
      HttpUriRequestBase request = request(question, address, own);
      String shown = addresses.shown(address.toString());
      Optional<String> kind = question.request().throttle().map(EpoThrottle::kind);
      Answer answer = sent(request, shown, question.download(), kind);
      question.request().throttle().ifPresent(service -> EpoThrottle.obey(answer, service, budget));
      if (!Redirects.is(answer)) {
        return answer;
      }
      if (hops == Redirects.MOST || question.request().method().name().equals("POST")) {
        throw new RefusedAnswerException(shown + " leads on and on, or leads a POST elsewhere");
      }
      address = redirects.target(address, answer);
      own = connections.isOwn(address);
    }
  }

  private Answer sent(
      HttpUriRequestBase request, String shown, boolean download, Optional<String> kind)
      throws IOException, InterruptedException {
    quota.take(watch::waiting);
    long start;
    try (RequestBudget.Permit permit = budget.acquire(kind, watch::waiting)) {
      start = System.nanoTime();
      try {
        Answer answer = connections.send(request, shown, download);
        watch.answered(answer.status(), took(start));
        return answer;
      } catch (RefusedAnswerException e) {
        watch.broke("refused", took(start));
        throw e;
      } catch (java.net.SocketTimeoutException e) {
        watch.broke("timeout", took(start));
        throw e;
      } catch (IOException e) {
        // cancelled by a stop: the watch knows
        watch.waiting();
        watch.broke("connection", took(start));
        throw e;
      }
    }
  }

  private static Duration took(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /**
   * @param own whether the address is the server's, which may know who we are
   */
  private HttpUriRequestBase request(Question question, URI address, boolean own)
      throws IOException, InterruptedException {
    HttpUriRequestBase request =
        new HttpUriRequestBase(question.request().method().name(), address);
    RequestValues values = question.values();
    if (!question.download()) {
      request.setHeader("Accept-Encoding", "gzip");
    }
    server.headers().forEach((name, text) -> request.setHeader(name, text.fill(values)));
    if (own) {
      question.request().headers().forEach((n, text) -> request.setHeader(n, text.fill(values)));
      authorisation.put(request, values);
    }
    if (!question.validators().etag().isEmpty()) {
      request.setHeader("If-None-Match", question.validators().etag());
    }
    if (!question.validators().lastModified().isEmpty()) {
      request.setHeader("If-Modified-Since", question.validators().lastModified());
    }
    RequestBody.Filled body = question.request().body().fill(values);
    if (!body.contentType().isEmpty()) {
      request.setEntity(
          new StringEntity(
              body.text(),
              ContentType.create(mediaType(body.contentType()), StandardCharsets.UTF_8)));
    }
    return request;
  }

  private static String mediaType(String contentType) {
    int end = contentType.indexOf(';');
    return end < 0 ? contentType : contentType.substring(0, end);
  }

  /** Ends a request under way, and with it the thread's wait. */
  public void cancel() {
    connections.cancel();
  }

  @Override
  public void close() throws IOException {
    connections.close();
  }
}
