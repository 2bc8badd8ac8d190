package org.kuroshio.serve.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;

/** How every alert stands. Safe for many threads. */
public final class Alerts implements TopicFollower.Taker<Alert> {
  private static final List<String> GRAVEST_FIRST = List.of("critical", "warning", "info");

  private static final List<AlertState> URGENT_FIRST =
      List.of(
          AlertState.FIRING,
          AlertState.PENDING,
          AlertState.ACKNOWLEDGED,
          AlertState.SNOOZED,
          AlertState.RESOLVED);

  private static final Comparator<Alert> IN_ORDER =
      Comparator.comparing((Alert alert) -> URGENT_FIRST.indexOf(alert.getState()))
          .thenComparing(alert -> Math.floorMod(GRAVEST_FIRST.indexOf(alert.getSeverity()), 99))
          .thenComparing(Alert::getAt, Comparator.reverseOrder())
          .thenComparing(Alert::getRule)
          .thenComparing(Alert::getSubject);

  private final Map<String, Alert> byKey = new ConcurrentHashMap<>();

  @Override
  public void take(String key, Alert alert) {
    if (alert == null) {
      byKey.remove(key);
    } else {
      byKey.put(key, alert);
    }
  }

  /**
   * The urgent and grave ones first, then the newest.
   *
   * @param states empty for all
   * @param rule empty for all
   */
  public List<Alert> all(Set<AlertState> states, String rule) {
    return byKey.values().stream()
        .filter(alert -> states.isEmpty() || states.contains(alert.getState()))
        .filter(alert -> rule.isEmpty() || rule.equals(alert.getRule()))
        .sorted(IN_ORDER)
        .toList();
  }

  public Optional<Alert> byId(String id) {
    return byKey.values().stream().filter(alert -> alert.getId().equals(id)).findFirst();
  }

  /** How many fire and nobody has acknowledged. */
  public double firing() {
    return byKey.values().stream().filter(a -> a.getState() == AlertState.FIRING).count();
  }

  /** As `/alerts` answers. */
  public static void put(ArrayNode array, Alert alert) {
    ObjectNode node = array.addObject();
    RecordJson.put(node, alert);
    node.put("id", alert.getId());
  }
}
