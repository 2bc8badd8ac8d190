package org.kuroshio.standalone.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.publish.EventPublisher;

/**
 * Sends a simulation at its rate, on a thread of its own, until it is closed. It goes on where the
 * last run over the same directory ended, also if that was killed.
 */
public final class SimulationProducer implements AutoCloseable {
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);

  private final SimulationPlan plan;
  private final EventPublisher publisher;
  private final SentCount sent;
  private final StopSignal stop = new StopSignal();
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final Map<Occurrence, Long> occurrences = new EnumMap<>(Occurrence.class);
  private final Thread thread = new Thread(this::run, "simulation");
  private long events;
  private LocalDate day = SimulatedTime.FIRST_DAY;
  private volatile SentEvent newest;

  private SimulationProducer(SimulationPlan plan, EventPublisher publisher, SentCount sent) {
    this.plan = plan;
    this.publisher = publisher;
    this.sent = sent;
  }

  /**
   * @param publisher used by nobody else; closed by the caller, after this
   * @param directory where the number of events sent is kept
   */
  public static SimulationProducer start(
      SimulationPlan plan, EventPublisher publisher, Path directory) {
    SimulationProducer producer =
        new SimulationProducer(plan, publisher, new SentCount(directory, plan.seed()));
    producer.thread.start();
    return producer;
  }

  /** The simulated day that earlier runs over the directory came to. */
  public static LocalDate dayReached(SimulationPlan plan, Path directory) {
    return SimulatedTime.day(SimulatedTime.of(new SentCount(directory, plan.seed()).read()));
  }

  public synchronized SimulationState state() {
    return new SimulationState(events, day, occurrences);
  }

  /** The event acknowledged last in this run. */
  public Optional<SentEvent> newest() {
    return Optional.ofNullable(newest);
  }

  /** Completes with the cause if the simulation can't go on; never completes otherwise. */
  public CompletableFuture<Throwable> failure() {
    return failure;
  }

  /** Waits for the events under way and keeps their number. */
  @Override
  public void close() {
    stop.stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The outermost frame of the thread: whatever ends it early is handed on. */
  private void run() {
    try {
      send();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.complete(e);
    }
  }

  private void send() throws InterruptedException {
    Simulation simulation = new Simulation(plan.seed());
    long known = sent.read();
    while (simulation.number() < known && !stop.isStopped()) {
      count(simulation.next());
    }
    Pace pace = new Pace(plan.rate(), System::nanoTime);
    long checkpoint = System.nanoTime();
    while (!stop.await(pace.next())) {
      SimulatedEvent event = simulation.next();
      publisher
          .publish(event.event(), event.publishedAt())
          .whenComplete((metadata, fault) -> acknowledged(event, metadata, fault));
      if (System.nanoTime() - checkpoint >= BETWEEN_CHECKPOINTS.toNanos()) {
        keep(simulation);
        checkpoint = System.nanoTime();
      }
    }
    if (simulation.number() >= known) {
      keep(simulation);
    }
  }

  private void acknowledged(SimulatedEvent event, RecordMetadata metadata, Throwable fault) {
    if (fault == null) {
      count(event);
      newest =
          new SentEvent(
              metadata.topic(), metadata.partition(), metadata.offset(), System.nanoTime());
    } else {
      failure.complete(fault);
    }
  }

  private synchronized void count(SimulatedEvent event) {
    events++;
    occurrences.merge(event.occurrence(), 1L, Long::sum);
    day = SimulatedTime.day(event.publishedAt());
  }

  /** Only when the broker has everything up to the number. */
  private void keep(Simulation simulation) {
    publisher.flush();
    if (failure.isDone()) {
      throw new Failure("an event could not be sent: " + failure.join().getMessage());
    }
    sent.write(simulation.number());
  }
}
