package org.kuroshio.standalone.connect;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.Herder.Created;
import org.apache.kafka.connect.runtime.distributed.RebalanceNeededException;
import org.apache.kafka.connect.runtime.distributed.RequestTargetException;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.kuroshio.ingest.connect.FileSourceConnector;
import org.kuroshio.standalone.role.Lookout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connectors of a group as the configuration names them. Only the leader of the group may
 * change them, so every worker tries until it leads or finds nothing to change: in a rolling
 * restart with a new configuration, the change is made by the first restarted worker that leads.
 *
 * <p>Connectors of ours that the configuration doesn't name are removed; their positions stay and
 * are found again under the same name. Connectors of other kinds are somebody else's and left
 * alone.
 */
public final class SourceConnectors implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SourceConnectors.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final String OURS = FileSourceConnector.class.getPackageName() + ".";

  private final Herder herder;
  private final Map<String, Map<String, String>> wanted;
  private final FailedTasks failed;
  private Lookout lookout;
  private boolean agreed;
  private String said = "";

  private SourceConnectors(Herder herder, String worker, Map<String, Map<String, String>> wanted) {
    this.herder = herder;
    this.wanted = wanted;
    this.failed = new FailedTasks(herder, worker, FIRST_PAUSE, LONGEST_PAUSE);
  }

  static SourceConnectors keep(
      Herder herder, String worker, Map<String, Map<String, String>> wanted) {
    SourceConnectors connectors = new SourceConnectors(herder, worker, new TreeMap<>(wanted));
    connectors.lookout = Lookout.every(LOOK, "kuroshio-sources", connectors::look);
    return connectors;
  }

  private void look() {
    try {
      if (!agreed) {
        agree();
        agreed = true;
      }
      failed.restart(wanted.keySet());
    } catch (ConnectException e) {
      if (!isNotNow(e.getCause()) && !e.getMessage().equals(said)) {
        said = e.getMessage();
        LOG.atError().setCause(e).log("connectors can't be changed: {}", said);
      }
    }
  }

  /** Not the leader, or the group is forming: the next look comes in a second. */
  private static boolean isNotNow(Throwable cause) {
    return cause instanceof RequestTargetException || cause instanceof RebalanceNeededException;
  }

  private void agree() {
    Collection<String> present = HerderCall.of(herder::connectors);
    for (String name : present) {
      if (!wanted.containsKey(name) && isOurs(settings(name))) {
        HerderCall.<Created<ConnectorInfo>>of(done -> herder.deleteConnectorConfig(name, done));
        LOG.atInfo().addKeyValue("source", name).log("removed, as no configuration names it");
      }
    }
    wanted.forEach(
        (name, settings) -> {
          Map<String, String> now = present.contains(name) ? settings(name) : Map.of();
          if (!settings.equals(now)) {
            HerderCall.<Created<ConnectorInfo>>of(
                done -> herder.putConnectorConfig(name, settings, true, done));
            LOG.atInfo()
                .addKeyValue("source", name)
                .log(now.isEmpty() ? "created" : "given its new settings");
          }
        });
  }

  private Map<String, String> settings(String name) {
    return HerderCall.of(done -> herder.connectorConfig(name, done));
  }

  /** Whether a connector with these settings is a source of Kuroshio. */
  public static boolean isOurs(Map<String, String> settings) {
    return settings.getOrDefault("connector.class", "").startsWith(OURS);
  }

  /** The state of each source: Connect's word for it, and why it failed if it did. */
  public Map<String, SourceState> states() {
    Map<String, SourceState> states = new TreeMap<>();
    wanted.keySet().forEach(name -> states.put(name, SourceState.of(herder, name)));
    return states;
  }

  @Override
  public void close() {
    lookout.close();
  }
}
