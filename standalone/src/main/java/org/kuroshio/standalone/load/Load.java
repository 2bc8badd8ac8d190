package org.kuroshio.standalone.load;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.kuroshio.ingest.connect.FileSourceSettings;
import org.kuroshio.ingest.connect.HttpSourceSettings;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.ingest.progress.LoadProgress;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.standalone.connect.ConnectWorker;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.role.Roles;
import org.kuroshio.standalone.role.StreamsRole;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.session.StopRequest;
import org.kuroshio.streams.PipelineSettings;

/**
 * Reads one source to its end, publishes its events and waits until a cut of the tables holds every
 * event that the topics have. Connector and pipeline run at the same time.
 */
public final class Load {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(5);

  /** A server may tell whoever asks it to come again in half an hour. */
  private static final Duration LONGEST_STANDSTILL_OF_A_SERVER = Duration.ofMinutes(45);

  private final Session session;
  private final StopRequest stop;
  private final Display display;
  private final SchemaIds ids = new BundledIds();

  public Load(Session session, StopRequest stop, Display display) {
    this.session = session;
    this.stop = stop;
    this.display = display;
  }

  /**
   * What came of it.
   *
   * @param rejections of this load alone
   * @param skipped files that match no pattern of the source
   */
  public record Outcome(LoadReport report, Rejections rejections, List<String> skipped) {
    public Outcome {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * @param plan checked before anything was opened
   * @throws Failure if a part of it failed; what was published is kept
   * @throws org.kuroshio.standalone.failure.StoppedException if the process was told to end
   */
  public Outcome run(LoadPlan plan) {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                session.bootstrapServers(),
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                ""))) {
      Topics topics = Topics.of(ids, EventPartitions.settings(admin, ids, plan.partitions()));
      new TopicCheck(admin).ensure(topics);
      try (TopicScan<Rejection> rejected =
          TopicScan.of(session.bootstrapServers(), topics.rejected(), stop::check)) {
        long rejectedBefore = rejected.end();
        Followed followed = follow(plan, topics, admin);
        return new Outcome(
            followed.report(), Rejections.since(rejectedBefore, rejected), followed.skipped());
      }
    }
  }

  private record Followed(LoadReport report, List<String> skipped) {}

  private Followed follow(LoadPlan plan, Topics topics, Admin admin) {
    String run = UUID.randomUUID().toString();
    LoadProgress progress = LoadProgress.of(run);
    try (CutWatch cuts = CutWatch.start(session.bootstrapServers(), topics.indicators());
        Roles roles = new Roles()) {
      roles.add(StreamsRole.start(pipelineSettings(plan, topics)));
      ConnectWorker worker =
          roles.add(ConnectWorker.start(session.bootstrapServers(), session.directory().connect()));
      Duration longest = plan.live() ? LONGEST_STANDSTILL_OF_A_SERVER : LONGEST_STANDSTILL;
      Watch watch = new Watch(roles, cuts, progress, longest);
      long start = System.nanoTime();
      worker.run(plan.source(), connectorSettings(plan, run));
      while (!progress.finished()) {
        watch.newestCut();
        display.reading(progress.counts());
      }
      EventEnds ends = EventEnds.now(admin, topics);
      Optional<Cut> cut = watch.newestCut();
      while (cut.filter(ends::areIn).isEmpty()) {
        display.computing(progress.counts());
        cut = watch.newestCut();
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      LoadReport report =
          new LoadReport(plan.source(), progress.counts(), elapsed, cut.get().getCut());
      return new Followed(report, progress.skippedFiles());
    } finally {
      LoadProgress.forget(run);
    }
  }

  private PipelineSettings pipelineSettings(LoadPlan plan, Topics topics) {
    return PipelineSettings.local(
        session.bootstrapServers(),
        session.directory().streams(),
        topics,
        ids,
        plan.catalogue(),
        plan.regions());
  }

  /** The settings of a live source's own are in the environment. */
  private static Map<String, String> connectorSettings(LoadPlan plan, String run) {
    return plan.live()
        ? new HttpSourceSettings(plan.definition(), Map.of(), "", "", run, 1, true).toMap()
        : new FileSourceSettings(plan.definition(), plan.inputs(), "", "", run, 1).toMap();
  }

  /** One look at all that runs. */
  private final class Watch {
    private final Roles roles;
    private final CutWatch cuts;
    private final LoadProgress progress;
    private final Patience patience;

    Watch(Roles roles, CutWatch cuts, LoadProgress progress, Duration patience) {
      this.roles = roles;
      this.patience = new Patience(patience, InstantSource.system());
      this.cuts = cuts;
      this.progress = progress;
    }

    /** Waits a moment for the next cut, unless something failed. */
    Optional<Cut> newestCut() {
      stop.check();
      roles.check();
      Optional<Cut> cut = cuts.newest(LOOK);
      LoadCounts counts = progress.counts();
      patience.look(new Standing(counts, cut.map(Cut::getSequence).orElse(0L)));
      return cut;
    }
  }

  private record Standing(LoadCounts counts, long cut) {
    @Override
    public String toString() {
      return "%d records read, %d published, cut %d"
          .formatted(counts.read(), counts.published(), cut);
    }
  }
}
