package org.kuroshio.serve;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.common.errors.InterruptException;
import org.kuroshio.serve.difference.PastTables;
import org.kuroshio.serve.http.ApiParts;
import org.kuroshio.serve.http.ApiServer;
import org.kuroshio.serve.knowledge.Knowledge;
import org.kuroshio.serve.metric.Freshness;
import org.kuroshio.serve.metric.IndicatorGauges;
import org.kuroshio.serve.metric.Meters;
import org.kuroshio.serve.push.Readers;
import org.kuroshio.serve.record.Alerts;
import org.kuroshio.serve.record.Commands;
import org.kuroshio.serve.record.Rejections;
import org.kuroshio.serve.record.SourceStatuses;
import org.kuroshio.serve.record.TopicFollower;
import org.kuroshio.serve.record.TopicFollower.Followed;
import org.kuroshio.serve.scan.KafkaClient;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.serve.snapshot.LiveTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: follows the topics and answers over HTTP, from {@link #start} to {@link
 * #close}. Any number may run on the same topics; they answer the same.
 */
public final class Serve implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

  private final ServeSettings settings;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private Meters meters;
  private Readers readers;
  private ApiServer server;

  private Serve(ServeSettings settings) {
    this.settings = settings;
  }

  /**
   * Listens when this returns; the tables are read meanwhile, and {@code /health/ready} tells when
   * they are. The topics must be there.
   *
   * @throws org.kuroshio.serve.http.PortTakenException if another process listens there
   * @throws org.apache.kafka.common.KafkaException if the brokers don't answer
   */
  public static Serve start(ServeSettings settings) {
    Serve serve = new Serve(settings);
    try {
      serve.open();
      return serve;
    } catch (RuntimeException e) {
      serve.close();
      throw e;
    }
  }

  private void open() {
    meters = opened(new Meters());
    KafkaClient kafka = new KafkaClient(settings.cluster(), meters);
    LiveTables tables = opened(LiveTables.start(kafka, settings.topics()));
    tables.listen(new IndicatorGauges(settings.metrics(), settings.regions(), meters.registry()));
    Knowledge knowledge =
        opened(
            new Knowledge(
                kafka,
                tables,
                settings.topics(),
                settings.ids(),
                settings.catalogue(),
                settings.regions()));
    keepWarm(tables, knowledge);
    Alerts alerts = new Alerts();
    SourceStatuses sources = new SourceStatuses();
    Rejections rejections = new Rejections();
    TopicFollower records =
        opened(
            TopicFollower.start(
                kafka,
                List.of(
                    new Followed<>(settings.topics().alerts(), alerts),
                    new Followed<>(settings.topics().sourceStatus(), sources),
                    new Followed<>(settings.topics().rejected(), rejections))));
    Commands commands = opened(new Commands(kafka, settings.topics().commands()));
    Freshness freshness =
        opened(
            Freshness.start(kafka, tables, settings.topics(), meters.registry(), settings.clock()));
    readers = opened(new Readers(tables, settings.regions()));
    measure(readers, alerts, rejections);
    tables.failure().thenAccept(failure::complete);
    records.failure().thenAccept(failure::complete);
    server =
        ApiServer.start(
            settings.http(),
            new ApiParts(
                kafka,
                settings.topics(),
                settings.ids(),
                settings.catalogue(),
                settings.regions(),
                tables,
                new PastTables(
                    tables,
                    () -> TopicScan.of(kafka, settings.topics().indicatorHistory(), Pulse.STEADY)),
                knowledge,
                alerts,
                commands,
                sources,
                rejections,
                readers,
                freshness,
                meters,
                settings.metrics(),
                settings.access(),
                settings.clock(),
                settings.version(),
                settings.simulated(),
                List.of(tables.failure(), records.failure())));
    LOG.atInfo().addKeyValue("port", server.port()).log("answering over HTTP");
  }

  private void measure(Readers open, Alerts alerts, Rejections rejections) {
    MeterRegistry registry = meters.registry();
    Gauge.builder("innovation.streams.open", open, Readers::count)
        .description("Open event streams")
        .register(registry);
    FunctionCounter.builder("innovation.streams.dropped", open, Readers::dropped)
        .description("Event streams that were too slow")
        .register(registry);
    Gauge.builder("innovation.alerts.firing", alerts, Alerts::firing)
        .description("Alerts that fire and that nobody has acknowledged")
        .register(registry);
    FunctionCounter.builder("innovation.rejected", rejections, Rejections::total)
        .description("Records that could not be used, ever")
        .register(registry);
  }

  /** Reads the events of each new cut at once, so that no question has to wait for it. */
  private void keepWarm(LiveTables tables, Knowledge knowledge) {
    ExecutorService warm =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "kuroshio-serve-events");
              thread.setDaemon(true);
              return thread;
            });
    parts.push(warm::shutdownNow);
    tables.listen(
        (snapshot, changes) -> {
          try {
            warm.execute(() -> warm(knowledge));
          } catch (RejectedExecutionException e) {
            // closing
          }
        });
  }

  private static void warm(Knowledge knowledge) {
    try {
      knowledge.ask(standing -> standing);
    } catch (InterruptException e) {
      // closing
    } catch (RuntimeException e) {
      // whoever asks next is told; the tables need no events
      LOG.atWarn().setCause(e).log("the events behind the tables can't be read at the moment");
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  /** Where it answers, `http://localhost:8080`. */
  public URI address() {
    String host = settings.http().isLocal() ? "localhost" : settings.http().host();
    return URI.create("http://" + host + ":" + server.port());
  }

  /** For meters of other parts of the process; all are shown at {@code /metrics}. */
  public MeterRegistry meters() {
    return meters.registry();
  }

  /** Completes with why the server can't go on; never otherwise. */
  public CompletableFuture<Throwable> failure() {
    return failure;
  }

  /**
   * Says that it is not ready, sends readers of events elsewhere, finishes what is under way and
   * ends.
   */
  @Override
  public void close() {
    if (server != null) {
      server.drain();
      readers.drain();
      server.close();
    }
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        // the others must be closed too
        LOG.atWarn().setCause(e).log("a part of the server did not close in order");
      }
    }
  }
}
