package org.kuroshio.standalone.serving;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Questions at a steady pace, whatever the answers take: a question that waits its turn counts from
 * when it was due.
 */
final class Questions {
  private static final List<String> ASKED =
      List.of(
          "indicator=venture.stock&group=JP-KANTO11&period=FY2007",
          "indicator=venture.stock,venture.share_of_country&group=JP&period=latest",
          "indicator=venture.rank&group=JP-KANTO11&period=FY2007&shape=table",
          "indicator=venture.stock&group=JP-KANTO11&from=FY2001&to=FY2026&shape=series",
          "indicator=venture.core_stock&group=JP-TKA4&period=latest&lang=ja",
          "facet=environment&group=JP-CAP8&period=FY2007&limit=200",
          "indicator=venture.stock&group=JP&period=FY2007&format=csv");

  private final HttpClient client;
  private final URI server;
  private final AtomicLongArray nanos;
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();

  private Questions(URI server, int count) {
    this.server = server;
    this.nanos = new AtomicLongArray(count);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  /**
   * How long answers took.
   *
   * @param wrong answers with another status than 200, and questions without an answer
   */
  record Outcome(int asked, int wrong, double p50Millis, double p99Millis, double maxMillis) {}

  /** Asks so often for so long, and waits for the last answers. */
  static Outcome ask(URI server, int perSecond, Duration time) {
    int count = (int) (perSecond * time.toSeconds());
    Questions questions = new Questions(server, count);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      questions.ask(i, due);
    }
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (questions.answered.get() < count && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    return questions.outcome(count);
  }

  private void ask(int number, long due) {
    URI address = server.resolve("/api/v1/values?" + ASKED.get(number % ASKED.size()));
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
    client
        .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .whenComplete(
            (answer, failure) -> {
              nanos.set(number, System.nanoTime() - due);
              if (failure != null || answer.statusCode() != 200) {
                wrong.incrementAndGet();
              }
              answered.incrementAndGet();
            });
  }

  private Outcome outcome(int count) {
    long[] sorted = new long[count];
    Arrays.setAll(sorted, nanos::get);
    Arrays.sort(sorted);
    return new Outcome(
        count,
        wrong.get() + count - answered.get(),
        millis(sorted[count / 2]),
        millis(sorted[(int) (count * 0.99)]),
        millis(sorted[count - 1]));
  }

  private static double millis(long nanos) {
    return Math.round(nanos / 10_000.0) / 100.0;
  }
}
