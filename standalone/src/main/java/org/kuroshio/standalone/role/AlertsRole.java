package org.kuroshio.standalone.role;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.kuroshio.indicators.alert.rule.RuleSet;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.streams.Alerting;
import org.kuroshio.streams.PipelineSettings;

/** Events, tables, sources and published figures to alerts. */
public final class AlertsRole implements Role {
  private final Alerting alerting;

  private AlertsRole(Alerting alerting) {
    this.alerting = alerting;
  }

  /**
   * Returns at once; the alerts follow.
   *
   * @param today the day for which milestones are due or overdue
   */
  public static AlertsRole start(
      PipelineSettings settings, RuleSet rules, Supplier<LocalDate> today) {
    return new AlertsRole(Alerting.start(settings, rules, today));
  }

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public Optional<Failure> failure() {
    if (!alerting.failure().isDone()) {
      return Optional.empty();
    }
    Throwable why = alerting.failure().join();
    return Optional.of(new Failure("alerts can't be judged: " + why.getMessage(), why));
  }

  @Override
  public void close() {
    alerting.close();
  }
}
