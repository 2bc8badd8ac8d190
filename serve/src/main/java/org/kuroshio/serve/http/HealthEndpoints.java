package org.kuroshio.serve.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.kuroshio.serve.answer.Json;
import org.kuroshio.serve.snapshot.LiveTables;
import org.kuroshio.serve.snapshot.Snapshot;

/** {@code /health/live} and {@code /health/ready}; both say why not. */
final class HealthEndpoints {
  private final LiveTables tables;
  private final Supplier<Duration> waiting;
  private final Duration longestLag;
  private final List<CompletableFuture<Throwable>> failures;
  private volatile boolean draining;

  /**
   * @param waiting how long events have been waiting for a cut
   * @param failures of parts that can't go on by themselves
   */
  HealthEndpoints(
      LiveTables tables,
      Supplier<Duration> waiting,
      Duration longestLag,
      List<CompletableFuture<Throwable>> failures) {
    this.tables = tables;
    this.waiting = waiting;
    this.longestLag = longestLag;
    this.failures = failures;
  }

  /** From now on no balancer should send anybody. */
  void drain() {
    draining = true;
  }

  void live(Context context) {
    answer(context, failed());
  }

  void ready(Context context) {
    answer(context, failed().or(this::notReady));
  }

  private Optional<String> failed() {
    return failures.stream()
        .filter(CompletableFuture::isDone)
        .findFirst()
        .map(failure -> "a part has failed: " + failure.join().getClass().getSimpleName());
  }

  private Optional<String> notReady() {
    if (draining) {
      return Optional.of("the server is going away");
    }
    if (!tables.isRestored()) {
      return Optional.of("the tables are still being read");
    }
    if (tables.current().isEmpty()) {
      return Optional.of("there are no tables yet: nothing was loaded");
    }
    Duration behind = waiting.get();
    return behind.compareTo(longestLag) > 0
        ? Optional.of(
            "events have been waiting for a cut for %d s, longer than %d s"
                .formatted(behind.toSeconds(), longestLag.toSeconds()))
        : Optional.empty();
  }

  private void answer(Context context, Optional<String> reason) {
    ObjectNode tree = Json.object().put("status", reason.isEmpty() ? "up" : "down");
    reason.ifPresent(why -> tree.put("reason", why));
    tables.current().map(Snapshot::cut).ifPresent(cut -> tree.put("cut", cut.getCut()));
    tree.put("behindSeconds", waiting.get().toMillis() / 1000.0);
    context.header("Cache-Control", "no-store");
    context.status(reason.isEmpty() ? 200 : 503);
    context.contentType("application/json").result(Json.bytes(tree));
  }
}
