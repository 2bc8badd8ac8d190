package org.kuroshio.standalone.serving;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.entity.KeyedEvent;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.VentureFixture;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.publish.EventPublisher;

/** The load's own process: open streams, questions, and facts that keep changing. */
public final class ServingLoad {
  private static final Duration WARM = Duration.ofSeconds(5);

  /**
   * What came of it.
   *
   * @param fewestCuts that any reader was told
   * @param mostCuts that any reader was told
   * @param gone streams that ended
   */
  record Outcome(Questions.Outcome questions, int fewestCuts, int mostCuts, long gone) {}

  private ServingLoad() {}

  /** Arguments: server, brokers, readers, questions a second, seconds. Prints the outcome. */
  public static void main(String[] arguments) throws Exception {
    URI server = URI.create(arguments[0]);
    int perSecond = Integer.parseInt(arguments[3]);
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[4]));
    BundledIds ids = new BundledIds();
    ScheduledExecutorService facts = Executors.newSingleThreadScheduledExecutor();
    try (StreamCrowd crowd = StreamCrowd.open(server, Integer.parseInt(arguments[2]));
        EventPublisher publisher = new EventPublisher(arguments[1], Topics.of(ids), ids)) {
      Questions.Outcome unused = Questions.ask(server, perSecond, WARM);
      AtomicInteger moves = new AtomicInteger();
      facts.scheduleAtFixedRate(
          () -> move(publisher, moves.incrementAndGet()), 0, 1, TimeUnit.SECONDS);
      Questions.Outcome questions = Questions.ask(server, perSecond, time);
      facts.shutdown();
      List<Integer> cuts = settled(crowd);
      Outcome outcome =
          new Outcome(questions, Collections.min(cuts), Collections.max(cuts), crowd.gone());
      System.out.println(new ObjectMapper().writeValueAsString(outcome));
    }
    System.exit(0);
  }

  /** When nothing has come for a while. */
  private static List<Integer> settled(StreamCrowd crowd) throws InterruptedException {
    List<Integer> before = List.of();
    List<Integer> now = crowd.cuts();
    while (!now.equals(before)) {
      TimeUnit.SECONDS.sleep(3);
      before = now;
      now = crowd.cuts();
    }
    return now;
  }

  /** A venture goes to and fro, so that every number stays in its place in the end. */
  private static void move(EventPublisher publisher, int version) {
    VentureFixture venture =
        Events.venture("load:venture:1")
            .version(version)
            .foundedOn("2009-06-01")
            .region(version % 2 == 0 ? "JP-13" : "JP-12");
    publisher.publish(
        new KeyedEvent(EventStream.VENTURES, venture.key(), Optional.of(venture.build())),
        Instant.now());
  }
}
