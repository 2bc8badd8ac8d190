package org.kuroshio.streams;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.kuroshio.streams.entity.EntityCells;
import org.kuroshio.streams.region.RegionTables;
import org.kuroshio.streams.region.TablesTopic;

/**
 * Both hops, running. A fault in either ends both, and is handed to whoever asks {@link #failure}:
 * a pipeline that stands still must not look healthy.
 */
public final class Pipeline implements AutoCloseable {
  /** The consumer group of hop 1, behind the installation's prefix. */
  public static final String ENTITY_CELLS = "kuroshio-entity-cells";

  /** The consumer group of hop 2. */
  public static final String REGION_TABLES = "kuroshio-region-tables";

  private final RunningTopologies hops;

  private Pipeline(PipelineSettings settings) {
    RestoredOffsets events = new RestoredOffsets();
    RestoredOffsets sums = new RestoredOffsets();
    Backlog waitingEvents = new Backlog();
    Backlog waitingSums = new Backlog();
    Topology entityCells =
        new EntityCells(
                settings.topics(),
                settings.ids(),
                settings.catalogue(),
                settings.regions(),
                settings.flushInterval(),
                events,
                waitingEvents,
                settings.clock())
            .get();
    TablesTopic tables = new TablesTopic(settings.topics(), settings.clientSettings());
    Topology regionTables =
        new RegionTables(
                settings.topics(),
                settings.catalogue(),
                settings.regions(),
                settings.flushInterval(),
                tables,
                sums,
                waitingSums,
                settings.clock())
            .get();
    this.hops = new RunningTopologies(settings, 2);
    waitingEvents.of(hops.add(entityCells, ENTITY_CELLS, settings.threads(), events)::metrics);
    waitingSums.of(hops.add(regionTables, REGION_TABLES, 1, sums)::metrics);
  }

  /** Starts both hops and returns at once. */
  public static Pipeline start(PipelineSettings settings) {
    Pipeline pipeline = new Pipeline(settings);
    pipeline.hops.start();
    return pipeline;
  }

  /** Both hops' clients, to be measured and nothing else. */
  public List<KafkaStreams> clients() {
    return hops.all();
  }

  /** Completes with the cause when either hop fails; never completes otherwise. */
  public CompletableFuture<Throwable> failure() {
    return hops.failure();
  }

  /**
   * Waits until both hops have restored their state and process events.
   *
   * @return false if that took longer
   */
  public boolean awaitRunning(Duration atMost) throws InterruptedException {
    return hops.awaitRunning(atMost);
  }

  /**
   * Stops both hops, entity cells first, and leaves their groups so that the next start waits for
   * nobody.
   */
  @Override
  public void close() {
    hops.close();
  }
}
