package org.kuroshio.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.kuroshio.indicators.alert.milestone.MilestoneTest;
import org.kuroshio.indicators.alert.reconciliation.ReportedTest;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.alert.rule.RuleSet;
import org.kuroshio.indicators.alert.threshold.CellTest;
import org.kuroshio.indicators.alert.threshold.MoveTest;
import org.kuroshio.indicators.alert.threshold.SourceTest;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.alert.Told;
import org.kuroshio.streams.alert.lifecycle.AlertLifecycle;
import org.kuroshio.streams.alert.milestone.MilestoneAlerts;
import org.kuroshio.streams.alert.reconciliation.Reconciliation;
import org.kuroshio.streams.alert.threshold.ThresholdAlerts;

/**
 * The topologies of alerts, running. A fault in one ends all, and is handed to whoever asks {@link
 * #failure}.
 */
public final class Alerting implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(200);
  private static final String LIFECYCLE = "kuroshio-alert-lifecycle";
  private static final String MILESTONES = "kuroshio-milestone-alerts";
  private static final String THRESHOLDS = "kuroshio-threshold-alerts";
  private static final String RECONCILIATION = "kuroshio-reconciliation";

  /** The consumer groups of the lifecycle and of the detectors of all rules. */
  public static final List<String> GROUPS =
      List.of(LIFECYCLE, MILESTONES, THRESHOLDS, RECONCILIATION);

  private final PipelineSettings settings;
  private final RunningTopologies running;

  private Alerting(PipelineSettings settings, int topologies) {
    this.settings = settings;
    this.running = new RunningTopologies(settings, topologies);
    Clock clock = settings.clock();
    Supplier<Collection<Alert>> alerts =
        () ->
            new TopicSnapshot<>(settings.topics().alerts(), settings.clientSettings(), clock)
                .read()
                .values();
    add(new AlertLifecycle(settings.topics(), TICK, alerts::get, clock), LIFECYCLE);
  }

  /**
   * Starts the detectors of all rules and the lifecycle, and returns at once.
   *
   * @param today the day for which milestones are due or overdue
   */
  public static Alerting start(
      PipelineSettings settings, RuleSet rules, Supplier<LocalDate> today) {
    Alerting alerting = new Alerting(settings, GROUPS.size());
    alerting.detect(rules, today);
    alerting.running.start();
    return alerting;
  }

  /** Starts the lifecycle alone, which is enough for commands. */
  public static Alerting startLifecycle(PipelineSettings settings) {
    Alerting alerting = new Alerting(settings, 1);
    alerting.running.start();
    return alerting;
  }

  private void detect(RuleSet rules, Supplier<LocalDate> today) {
    Topics topics = settings.topics();
    Clock clock = settings.clock();
    List<AlertRule<MilestoneTest>> milestones = rules.of(MilestoneTest.class);
    Told ofMilestones = told("milestone", milestones);
    add(
        new MilestoneAlerts(topics, settings.ids(), milestones, TICK, ofMilestones, today, clock),
        MILESTONES);
    List<AlertRule<?>> thresholds = new ArrayList<>(rules.of(CellTest.class));
    thresholds.addAll(rules.of(MoveTest.class));
    thresholds.addAll(rules.of(SourceTest.class));
    add(new ThresholdAlerts(topics, rules, TICK, told("threshold", thresholds), clock), THRESHOLDS);
    List<AlertRule<ReportedTest>> reported = rules.of(ReportedTest.class);
    add(
        new Reconciliation(
            topics,
            reported,
            settings.catalogue(),
            settings.regions(),
            TICK,
            told("reconciliation", reported),
            clock),
        RECONCILIATION);
  }

  private void add(Supplier<Topology> topology, String application) {
    running.add(topology.get(), application, 1, new RestoredOffsets());
  }

  /** What was told of these rules, and of rules of their family that are there no longer. */
  private Told told(String family, List<? extends AlertRule<?>> rules) {
    Set<String> ids = rules.stream().map(AlertRule::id).collect(Collectors.toSet());
    TopicSnapshot<AlertCondition> conditions =
        new TopicSnapshot<>(
            settings.topics().alertConditions(), settings.clientSettings(), settings.clock());
    return () ->
        conditions.read().values().stream()
            .filter(
                condition ->
                    ids.contains(condition.getRule())
                        || family.equals(condition.getLabels().get("family")))
            .toList();
  }

  /** Completes with the cause when one of them fails; never completes otherwise. */
  public CompletableFuture<Throwable> failure() {
    return running.failure();
  }

  /**
   * Waits until all have restored their state and process records.
   *
   * @return false if that took longer
   */
  public boolean awaitRunning(Duration atMost) throws InterruptedException {
    return running.awaitRunning(atMost);
  }

  @Override
  public void close() {
    running.close();
  }
}
