package org.kuroshio.standalone.recompute;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.follow.TableFollower;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.role.Roles;
import org.kuroshio.standalone.role.StreamsRole;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.session.StopRequest;
import org.kuroshio.streams.PipelineSettings;

/** Runs the streams of a session until its tables hold what was sent. */
public final class Recomputation {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Session session;
  private final StopRequest stop;

  public Recomputation(Session session, StopRequest stop) {
    this.session = session;
    this.stop = stop;
  }

  /**
   * @param send called once; gives, for each partition that got something, the offset behind it
   * @return the id of the cut that holds it
   * @throws Failure if the tables can't be computed, or not in five minutes
   */
  public String after(Supplier<Map<TopicPartition, Long>> send, Topics topics, SchemaIds ids) {
    Regions regions = Regions.shipped();
    Catalogue catalogue = CatalogueFiles.shipped(List.of(), regions);
    PipelineSettings settings =
        PipelineSettings.local(
            session.bootstrapServers(),
            session.directory().streams(),
            topics,
            ids,
            catalogue,
            regions);
    try (TableFollower tables =
            TableFollower.fromNow(session.bootstrapServers(), topics.indicators());
        Roles roles = new Roles()) {
      roles.add(StreamsRole.start(settings));
      Map<TopicPartition, Long> ends = send.get();
      long start = System.nanoTime();
      while (!tables.holds(ends)) {
        stop.check();
        tables.poll(LOOK);
        roles.check();
        if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
          throw new Failure(
              "sent, but not in the tables after %d s; the next command on this directory goes on"
                  .formatted(LONGEST_WAIT.toSeconds()));
        }
      }
      return tables.table().cut().orElseThrow().getCut();
    }
  }
}
