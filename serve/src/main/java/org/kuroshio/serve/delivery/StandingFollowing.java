package org.kuroshio.serve.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.kuroshio.schemas.backoff.Backoff;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.serve.delivery.alertmanager.Alertmanagers;
import org.kuroshio.serve.delivery.post.UndeliveredException;
import org.kuroshio.serve.delivery.settings.ChannelSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Alertmanager told of how every alert stands: changes at once, what stands again and again.
 * It begins with all of {@code innovation.alerts} at each start and needs no place of its own;
 * several processes may do so at once, as the same alert told twice is one alert there.
 */
final class StandingFollowing implements Channel.Following {
  private static final Logger LOG = LoggerFactory.getLogger(StandingFollowing.class);
  private static final Duration LOOK = Duration.ofMillis(100);

  /** How long the end of an alert is told: Alertmanager may have been away when it ended. */
  private static final Duration ENDS_ARE_TOLD_FOR = Duration.ofMinutes(15);

  private static final int MOST_AT_ONCE = 500;

  private final ChannelSettings settings;
  private final AlertTopics topics;
  private final Alertmanagers alertmanagers;
  private final Duration resend;
  private final Backoff backoff;
  private final DeliveryMeters meters;
  private final InstantSource clock;

  /** Alerts that fired, by key: those that stand, and those that ended lately. */
  private final Map<String, Alert> fired = new LinkedHashMap<>();

  private final Map<String, Alert> untold = new LinkedHashMap<>();
  private long endAtOpening;
  private Instant nextResend;
  private Instant notBefore;
  private int failures;

  StandingFollowing(
      ChannelSettings settings,
      AlertTopics topics,
      Alertmanagers alertmanagers,
      Duration resend,
      Backoff backoff,
      DeliveryMeters meters,
      InstantSource clock) {
    this.settings = settings;
    this.topics = topics;
    this.alertmanagers = alertmanagers;
    this.resend = resend;
    this.backoff = backoff;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public KafkaConsumer<String, Alert> open() {
    fired.clear();
    untold.clear();
    nextResend = Instant.MIN;
    notBefore = Instant.MIN;
    KafkaConsumer<String, Alert> consumer = topics.consumer(settings.name());
    consumer.assign(List.of(topics.alertsPartition()));
    consumer.seekToBeginning(consumer.assignment());
    endAtOpening = consumer.endOffsets(consumer.assignment()).get(topics.alertsPartition());
    return consumer;
  }

  @Override
  public void step(KafkaConsumer<String, Alert> consumer) {
    for (ConsumerRecord<String, Alert> record : consumer.poll(LOOK)) {
      take(record.key(), record.value());
    }
    // what an alert was on the way is no news while the topic is still being read
    if (consumer.position(topics.alertsPartition()) >= endAtOpening) {
      tell(clock.instant());
    }
    meters.waiting(untold.size());
  }

  private void take(String key, Alert alert) {
    if (alert == null || !settings.selection().concerns(alert) || alert.getFiredAt() == null) {
      fired.remove(key);
      untold.remove(key);
      return;
    }
    fired.put(key, alert);
    untold.put(key, alert);
  }

  private void tell(Instant now) {
    fired.values().removeIf(alert -> isOver(alert, now));
    untold.values().removeIf(alert -> isOver(alert, now));
    if (!now.isBefore(nextResend)) {
      fired.forEach(untold::putIfAbsent);
      nextResend = now.plus(resend);
    }
    if (untold.isEmpty() || now.isBefore(notBefore)) {
      return;
    }
    try {
      tellUntold(now);
      failures = 0;
    } catch (UndeliveredException e) {
      failures++;
      meters.failed();
      notBefore = now.plus(backoff.pause(failures));
      LOG.atWarn()
          .addKeyValue("channel", settings.name())
          .addKeyValue("reason", e.getMessage())
          .log("Alertmanager was not told of alerts and will be told again");
    }
  }

  private void tellUntold(Instant now) throws UndeliveredException {
    while (!untold.isEmpty()) {
      List<Map.Entry<String, Alert>> some =
          new ArrayList<>(untold.entrySet()).subList(0, Math.min(untold.size(), MOST_AT_ONCE));
      List<Alert> alerts = some.stream().map(Map.Entry::getValue).toList();
      alertmanagers.tell(alerts, now);
      for (Alert alert : alerts) {
        if (concernsSnooze(alert)) {
          alertmanagers.silence(alert);
        }
      }
      meters.delivered(alerts.size());
      some.stream().map(Map.Entry::getKey).toList().forEach(untold::remove);
    }
  }

  private static boolean concernsSnooze(Alert alert) {
    return alert.getState() == AlertState.SNOOZED || alert.getBefore() == AlertState.SNOOZED;
  }

  private static boolean isOver(Alert alert, Instant now) {
    return alert.getState() == AlertState.RESOLVED
        && alert.getAt().plus(ENDS_ARE_TOLD_FOR).isBefore(now);
  }

  @Override
  public void close() {
    alertmanagers.close();
  }
}
