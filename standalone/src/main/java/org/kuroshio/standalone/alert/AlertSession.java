package org.kuroshio.standalone.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.alert.rule.RuleSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.Command;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.load.EventPartitions;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.session.StopRequest;
import org.kuroshio.streams.Alerting;
import org.kuroshio.streams.PipelineSettings;

/** What commands do with the alerts of a data directory: judge again, acknowledge, snooze. */
public final class AlertSession {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** Longer than any shipped rule about published figures waits. */
  private static final Duration QUIET = Duration.ofSeconds(4);

  private final Session session;
  private final StopRequest stop;
  private final SchemaIds ids = new BundledIds();
  private final Regions regions = Regions.shipped();
  private final Catalogue catalogue = CatalogueFiles.shipped(List.of(), regions);

  public AlertSession(Session session, StopRequest stop) {
    this.session = session;
    this.stop = stop;
  }

  public List<Alert> all() {
    return new AlertsReader(session.bootstrapServers(), stop::check).all();
  }

  /**
   * Judges what is in the directory, until nothing changes for some seconds.
   *
   * @param files of rules beside the shipped ones
   * @throws Failure if the rules can't be judged
   */
  public void refresh(List<Path> files) {
    RuleSet rules = new AlertRules(catalogue, regions).with(files);
    try (Alerting alerting =
        Alerting.start(settings(), rules, () -> LocalDate.now(ZoneOffset.UTC))) {
      awaitRunning(alerting);
      List<Alert> before = all();
      long quietSince = System.nanoTime();
      while (System.nanoTime() - quietSince < QUIET.toNanos()) {
        check(alerting);
        pause();
        List<Alert> now = all();
        if (!now.equals(before)) {
          before = now;
          quietSince = System.nanoTime();
        }
      }
    }
  }

  /**
   * Says it, and waits until the alert stands so.
   *
   * @return the alert as it stands now
   * @throws Failure if there is no such alert, or this can't be said of it
   */
  public Alert say(Saying saying) {
    Alert found = saying.alert().of(all());
    if (saying.isDone(found)) {
      return found;
    }
    Command command = saying.of(found);
    PipelineSettings settings = settings();
    CommandSender.send(session.bootstrapServers(), settings.topics(), ids, command);
    try (Alerting lifecycle = Alerting.startLifecycle(settings)) {
      long start = System.nanoTime();
      while (System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
        check(lifecycle);
        Optional<Alert> done = all().stream().filter(same(found)).filter(saying::isDone).findAny();
        if (done.isPresent()) {
          return done.get();
        }
        pause();
      }
    }
    throw new Failure(
        "sent, but the alert %s does not stand so after %d s; it may have been resolved meanwhile"
            .formatted(found.getId(), LONGEST_WAIT.toSeconds()));
  }

  private static java.util.function.Predicate<Alert> same(Alert alert) {
    return other -> other.getId().equals(alert.getId());
  }

  private void awaitRunning(Alerting alerting) {
    long start = System.nanoTime();
    try {
      while (!alerting.awaitRunning(LOOK)) {
        check(alerting);
        if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
          throw new Failure("the rules are not judged after " + LONGEST_WAIT.toSeconds() + " s");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(Alerting alerting) {
    stop.check();
    if (alerting.failure().isDone()) {
      Throwable why = alerting.failure().join();
      throw new Failure("the rules can't be judged: " + why.getMessage(), why);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private PipelineSettings settings() {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                session.bootstrapServers(),
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                ""))) {
      Topics topics = Topics.of(ids, EventPartitions.settings(admin, ids, OptionalInt.empty()));
      new TopicCheck(admin).ensure(topics);
      return PipelineSettings.local(
          session.bootstrapServers(),
          session.directory().streams(),
          topics,
          ids,
          catalogue,
          regions);
    }
  }
}
