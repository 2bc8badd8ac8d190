package org.kuroshio.indicators.alert.lifecycle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.AlertState;

/** Makes the records of an episode: ids, numbers, times. */
final class Episode {
  private static final int ID_BYTES = 6;

  private Episode() {}

  /**
   * The first transition of the next episode.
   *
   * @param last of the episode before; null if there was none
   */
  static Alert begin(Alert last, AlertCondition condition, Instant now) {
    int episode = last == null ? 1 : last.getEpisode() + 1;
    boolean pending = condition.getPendingMillis() > 0;
    Alert.Builder alert =
        Alert.newBuilder()
            .setRule(condition.getRule())
            .setSubject(condition.getSubject())
            .setSeverity(condition.getSeverity())
            .setState(pending ? AlertState.PENDING : AlertState.FIRING)
            .setEpisode(episode)
            .setTransition(pending ? "PENDING" : "FIRED")
            .setAt(now)
            .setId(id(condition) + "-" + episode)
            .setNumber(1)
            .setSince(now)
            .setFiresAt(pending ? now.plusMillis(condition.getPendingMillis()) : null)
            .setFiredAt(pending ? null : now);
    says(alert, condition);
    return alert.build();
  }

  /** The next transition of the same episode. Who said what is over with the state that it made. */
  static Alert.Builder next(Alert alert, AlertState state, String transition, Instant now) {
    boolean stays = state == alert.getState();
    return Alert.newBuilder(alert)
        .setState(state)
        .setWho(stays ? alert.getWho() : null)
        .setWhy(stays ? alert.getWhy() : null)
        .setBefore(alert.getState())
        .setTransition(transition)
        .setNumber(alert.getNumber() + 1)
        .setAt(now);
  }

  static void says(Alert.Builder alert, AlertCondition condition) {
    alert
        .setSeverity(condition.getSeverity())
        .setMark(condition.getMark())
        .setValues(condition.getValues())
        .setLabels(condition.getLabels())
        .setSummary(condition.getSummary())
        .setCauses(condition.getCauses());
  }

  private static String id(AlertCondition condition) {
    String key = Conditions.key(condition.getRule(), condition.getSubject());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
