package org.kuroshio.standalone.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.serve.print.OutputFormat;
import org.kuroshio.standalone.alert.AlertJson;
import org.kuroshio.standalone.alert.AlertRows;
import org.kuroshio.standalone.alert.AlertSession;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.remote.RemoteAlerts;
import org.kuroshio.standalone.remote.RemoteServer;
import org.kuroshio.standalone.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kuroshio alerts list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "The alerts as they stand, the gravest first.",
    description =
        "Alerts are judged while demo or run is running; --refresh judges what is in the directory"
            + " now.")
final class AlertsListCommand implements Runnable {
  /** Which alerts are shown. */
  enum Shown {
    /** all that have fired and are not resolved */
    open,
    pending,
    firing,
    acknowledged,
    snoozed,
    resolved,
    all
  }

  private static final Set<AlertState> OPEN =
      Set.of(AlertState.FIRING, AlertState.ACKNOWLEDGED, AlertState.SNOOZED);

  private final Surroundings surroundings;
  private final Failures failures;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      split = ",",
      defaultValue = "open",
      description = {
        "open, pending, firing, acknowledged, snoozed, resolved or all; several by commas.",
        "Default open: all that have fired and are not resolved."
      })
  private List<Shown> states;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (for people), csv or json; default text.")
  private OutputFormat format;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "Language of what alerts say: en, ja or zh; default en.")
  private Language language;

  @Option(
      names = "--refresh",
      description = "First judge the rules on what is in the directory, which takes some seconds.")
  private boolean refresh;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Rules beside the shipped ones, with --refresh; may be repeated.")
  private List<Path> rules = List.of();

  @Mixin private DataOption data;

  @Mixin private PlaceOption place;

  AlertsListCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public void run() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    // what is wrong with a rule is said before a broker is started for it
    new AlertRules(CatalogueFiles.shipped(List.of()), Regions.shipped()).with(rules);
    Optional<RemoteServer> server = place.server();
    List<Alert> alerts =
        server.isPresent() ? new RemoteAlerts(server.get()).all() : ofDirectory(logs);
    print(alerts.stream().filter(this::isShown).toList());
  }

  private List<Alert> ofDirectory(Logs logs) {
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "alerts list");
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed)) {
      AlertSession alertSession = new AlertSession(session, surroundings.stop());
      if (refresh) {
        alertSession.refresh(rules);
      }
      return alertSession.all();
    }
  }

  private boolean isShown(Alert alert) {
    Set<String> words = states.stream().map(Shown::name).collect(Collectors.toSet());
    return words.contains(Shown.all.name())
        || (words.contains(Shown.open.name()) && OPEN.contains(alert.getState()))
        || words.contains(alert.getState().name().toLowerCase(Locale.ROOT));
  }

  private void print(List<Alert> alerts) {
    AlertRows rows = new AlertRows(language.name());
    switch (format) {
      case text -> {
        rows.text(alerts).forEach(surroundings.out()::println);
        surroundings.err().printf(Locale.ROOT, "%,d alerts%n", alerts.size());
      }
      case csv -> rows.csv(alerts, surroundings.out());
      case json -> surroundings.out().println(AlertJson.of(alerts));
    }
  }
}
