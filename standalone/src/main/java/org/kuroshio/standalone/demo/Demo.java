package org.kuroshio.standalone.demo;

import io.micrometer.core.instrument.Metrics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.serve.Serve;
import org.kuroshio.serve.ServeSettings;
import org.kuroshio.serve.access.AccessSettings;
import org.kuroshio.serve.http.HttpSettings;
import org.kuroshio.serve.metric.MetricSettings;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.publish.EventPublisher;
import org.kuroshio.standalone.release.Release;
import org.kuroshio.standalone.role.DeliveryRole;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.session.StopRequest;
import org.kuroshio.standalone.simulation.SimulationPlan;
import org.kuroshio.standalone.simulation.SimulationProducer;
import org.kuroshio.standalone.warehouse.WarehouseRole;

/** The demo, from an open session until the process is told to end. */
public final class Demo {
  /** In the order of loading. */
  static final List<String> SOURCES = List.of("paper", "population-jp");

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final Session session;
  private final DemoPlan plan;
  private final PrintStream out;
  private final StopRequest stop;

  /** The simulated day, which milestones are judged by; the real one where nothing is simulated. */
  private final AtomicReference<LocalDate> simulatedDay = new AtomicReference<>();

  public Demo(Session session, DemoPlan plan, PrintStream out, StopRequest stop) {
    this.session = session;
    this.plan = plan;
    this.out = out;
    this.stop = stop;
  }

  /**
   * Does not return.
   *
   * @param startedNanos when the process began, by {@link System#nanoTime}
   * @throws org.kuroshio.standalone.failure.StoppedException when the process is told to end
   * @throws Failure if a part of it can't go on
   */
  public void run(long startedNanos) {
    plan.simulation()
        .ifPresent(
            simulation ->
                simulatedDay.set(SimulationProducer.dayReached(simulation, simulationDirectory())));
    try (Node node = Node.start(session, this::today, plan.databasePort(), plan.history());
        Serve serve = Serve.start(serving(node));
        DeliveryRole delivery =
            DeliveryRole.start(
                plan.delivery(),
                node.topics(),
                Cluster.open(session.bootstrapServers()),
                "",
                serve.meters())) {
      // its /metrics shows the meters of the whole process
      Metrics.addRegistry(serve.meters());
      load(node);
      Duration ready = Duration.ofNanos(System.nanoTime() - startedNanos);
      out.printf(Locale.ROOT, "ready in %.1f s%n", ready.toMillis() / 1000.0);
      new Welcome(session, plan, serve.address(), node.warehouse()).lines().forEach(out::println);
      if (plan.simulation().isEmpty()) {
        watch(node, serve, Optional.empty());
      } else {
        simulate(node, serve, plan.simulation().get());
      }
    }
  }

  private LocalDate today() {
    LocalDate simulated = simulatedDay.get();
    return simulated == null ? LocalDate.now(ZoneOffset.UTC) : simulated;
  }

  private Path simulationDirectory() {
    return session.directory().root().resolve("simulation");
  }

  private ServeSettings serving(Node node) {
    return new ServeSettings(
        Cluster.open(session.bootstrapServers()),
        node.topics(),
        node.ids(),
        node.catalogue(),
        node.regions(),
        HttpSettings.local(plan.httpPort()),
        AccessSettings.LOCAL,
        MetricSettings.DEFAULT,
        Clock.systemUTC(),
        Release.version(),
        true);
  }

  private void load(Node node) {
    SOURCES.forEach(node::load);
    long start = System.nanoTime();
    while (!node.isLoaded()) {
      stop.check();
      node.check();
      node.tables().poll(LOOK);
      if (System.nanoTime() - start > LONGEST_START.toNanos()) {
        throw new Failure(
            "not ready after %d s. What was published is kept: run the same command again; the log says more"
                .formatted(LONGEST_START.toSeconds()));
      }
    }
    SOURCES.forEach(source -> out.println(loaded(source, node.counts(source))));
  }

  private static String loaded(String source, LoadCounts counts) {
    return String.format(
        Locale.ROOT,
        "%s: %,d records, %,d published, %,d already known, %,d rejected",
        source,
        counts.read(),
        counts.published(),
        counts.known(),
        counts.rejectedTotal());
  }

  private void simulate(Node node, Serve serve, SimulationPlan simulation) {
    try (EventPublisher publisher =
            new EventPublisher(session.bootstrapServers(), node.topics(), node.ids());
        SimulationProducer producer =
            SimulationProducer.start(simulation, publisher, simulationDirectory())) {
      try {
        watch(node, serve, Optional.of(producer));
      } finally {
        out.println(Summary.total(producer.state()));
      }
    }
  }

  private void watch(Node node, Serve serve, Optional<SimulationProducer> simulation) {
    Freshness freshness = new Freshness();
    Headlines headlines = new Headlines(node.tables().table());
    String trouble = "";
    long next = System.nanoTime();
    while (true) {
      stop.check();
      node.check();
      check(serve);
      simulation.ifPresent(Demo::check);
      simulation.ifPresent(this::follow);
      node.alerts().poll();
      if (node.tables().poll(LOOK)) {
        freshness.look(
            node.tables(), simulation.flatMap(SimulationProducer::newest), System.nanoTime());
      }
      if (System.nanoTime() >= next) {
        out.println(
            Summary.line(
                headlines,
                simulation.map(SimulationProducer::state),
                freshness.last(),
                AlertLine.of(node.alerts())));
        trouble = tell(node.warehouse(), trouble);
        next += plan.betweenSummaries().toNanos();
      }
    }
  }

  /** What keeps the warehouse from following, once; and that it follows again. */
  private String tell(Optional<WarehouseRole> warehouse, String before) {
    String now = warehouse.flatMap(WarehouseRole::trouble).orElse("");
    if (!now.equals(before)) {
      out.println(now.isEmpty() ? "warehouse: goes on" : "warehouse: waits, " + now);
    }
    return now;
  }

  /** The day goes on with the simulation, and never back while what was sent is counted again. */
  private void follow(SimulationProducer simulation) {
    LocalDate day = simulation.state().day();
    simulatedDay.updateAndGet(known -> day.isAfter(known) ? day : known);
  }

  private static void check(Serve serve) {
    if (serve.failure().isDone()) {
      Throwable why = serve.failure().join();
      throw new Failure("the tables can't be served any more: " + why.getMessage(), why);
    }
  }

  private static void check(SimulationProducer simulation) {
    if (simulation.failure().isDone()) {
      Throwable why = simulation.failure().join();
      throw new Failure("the simulation stopped: " + why.getMessage(), why);
    }
  }
}
