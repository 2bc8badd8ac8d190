package org.kuroshio.indicators.alert.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.schemas.table.Command;
import org.kuroshio.schemas.table.CommandKind;

/**
 * Every alert as it stands. What is told twice changes nothing the second time, so each transition
 * happens once. One thread.
 */
public final class AlertBook {
  /** A time at which an alert goes on by itself. */
  private record Timer(Instant at, String key) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : key.compareTo(other.key);
    }
  }

  private final Map<String, Alert> alerts = new HashMap<>();
  private final TreeSet<Timer> timers = new TreeSet<>();

  /** What was published before this book was opened. */
  public void known(Collection<Alert> published) {
    published.forEach(this::put);
  }

  public Optional<Alert> find(String rule, String subject) {
    return Optional.ofNullable(alerts.get(Conditions.key(rule, subject)));
  }

  public Collection<Alert> all() {
    return alerts.values();
  }

  /** Takes what a rule found; the transitions that follow from it, at most one. */
  public List<Alert> condition(AlertCondition condition, Instant now) {
    Alert alert = alerts.get(Conditions.key(condition.getRule(), condition.getSubject()));
    boolean open = alert != null && alert.getState() != AlertState.RESOLVED;
    if (condition.getRaised()) {
      return open
          ? changed(alert, condition, now)
          : List.of(put(Episode.begin(alert, condition, now)));
    }
    return open
        ? List.of(
            put(
                Episode.next(alert, AlertState.RESOLVED, "RESOLVED", now)
                    .setReason(condition.getReason())
                    .setFiresAt(null)
                    .setUntil(null)
                    .build()))
        : List.of();
  }

  /** Another mark is another message, for whoever has acknowledged the first; a snooze goes on. */
  private List<Alert> changed(Alert alert, AlertCondition condition, Instant now) {
    if (alert.getMark().equals(condition.getMark())) {
      return List.of();
    }
    AlertState state =
        alert.getState() == AlertState.ACKNOWLEDGED ? AlertState.FIRING : alert.getState();
    Alert.Builder next = Episode.next(alert, state, "CHANGED", now);
    Episode.says(next, condition);
    if (state == AlertState.PENDING) {
      next.setFiresAt(now.plusMillis(condition.getPendingMillis()));
    }
    return List.of(put(next.build()));
  }

  /** Takes a command; empty if there is no such alert, or none that it could be said of. */
  public List<Alert> command(Command command, Instant now) {
    Alert alert = alerts.get(Conditions.key(command.getRule(), command.getSubject()));
    if (alert == null
        || (command.getEpisode() != 0 && command.getEpisode() != alert.getEpisode())
        || !takesCommands(alert.getState())) {
      return List.of();
    }
    return command.getKind() == CommandKind.ACKNOWLEDGE
        ? acknowledge(alert, command, now)
        : snooze(alert, command, now);
  }

  /**
   * Whether an alert in this state can be acknowledged or snoozed: not before it fires, as it may
   * still prove to be nothing, nor once it is over.
   */
  public static boolean takesCommands(AlertState state) {
    return state != AlertState.PENDING && state != AlertState.RESOLVED;
  }

  private List<Alert> acknowledge(Alert alert, Command command, Instant now) {
    if (alert.getState() == AlertState.ACKNOWLEDGED) {
      return List.of();
    }
    return List.of(
        put(
            Episode.next(alert, AlertState.ACKNOWLEDGED, "ACKNOWLEDGED", now)
                .setWho(command.getWho())
                .setWhy(command.getWhy())
                .setUntil(null)
                .build()));
  }

  private List<Alert> snooze(Alert alert, Command command, Instant now) {
    Instant until = command.getUntil();
    boolean known =
        alert.getState() == AlertState.SNOOZED && until != null && until.equals(alert.getUntil());
    if (until == null || !until.isAfter(now) || known) {
      return List.of();
    }
    return List.of(
        put(
            Episode.next(alert, AlertState.SNOOZED, "SNOOZED", now)
                .setWho(command.getWho())
                .setWhy(command.getWhy())
                .setUntil(until)
                .build()));
  }

  /** It is that time now: pending alerts fire, snoozes end. Costs as much as there are of those. */
  public List<Alert> tick(Instant now) {
    List<Alert> transitions = new ArrayList<>();
    while (!timers.isEmpty() && !timers.first().at().isAfter(now)) {
      Alert alert = alerts.get(timers.pollFirst().key());
      if (alert.getState() == AlertState.PENDING) {
        transitions.add(
            put(
                Episode.next(alert, AlertState.FIRING, "FIRED", now)
                    .setFiresAt(null)
                    .setFiredAt(now)
                    .build()));
      } else {
        transitions.add(
            put(Episode.next(alert, AlertState.FIRING, "SNOOZE_OVER", now).setUntil(null).build()));
      }
    }
    return transitions;
  }

  private Alert put(Alert alert) {
    String key = Conditions.key(alert.getRule(), alert.getSubject());
    Alert before = alerts.put(key, alert);
    if (before != null) {
      timer(before).ifPresent(at -> timers.remove(new Timer(at, key)));
    }
    timer(alert).ifPresent(at -> timers.add(new Timer(at, key)));
    return alert;
  }

  private static Optional<Instant> timer(Alert alert) {
    return switch (alert.getState()) {
      case PENDING -> Optional.ofNullable(alert.getFiresAt());
      case SNOOZED -> Optional.ofNullable(alert.getUntil());
      case FIRING, ACKNOWLEDGED, RESOLVED -> Optional.empty();
    };
  }
}
