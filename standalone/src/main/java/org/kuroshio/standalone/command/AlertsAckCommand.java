package org.kuroshio.standalone.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.standalone.alert.AlertChoice;
import org.kuroshio.standalone.alert.AlertSession;
import org.kuroshio.standalone.alert.Saying;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.remote.RemoteAlerts;
import org.kuroshio.standalone.remote.RemoteServer;
import org.kuroshio.standalone.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kuroshio alerts ack} and {@code snooze}. */
@Command(
    name = "ack",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Say that somebody sees to an alert.",
    description =
        "It stays acknowledged until it is resolved or says something new. Who and why are kept"
            + " with it.")
class AlertsAckCommand implements Runnable {
  private final Surroundings surroundings;
  private final Failures failures;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..2", paramLabel = "ID|RULE SUBJECT", description = "As in alerts list.")
  private List<String> alert;

  @Option(
      names = "--who",
      paramLabel = "NAME",
      defaultValue = "$" + "{sys:user.name}",
      description = "Who says so; kept for ever. Default: the system's user name.")
  private String who;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "Why; kept for ever.")
  private String why;

  @Mixin private DataOption data;

  @Mixin private PlaceOption place;

  AlertsAckCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public void run() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    Saying saying = saying();
    Optional<RemoteServer> server = place.server();
    if (server.isPresent()) {
      ask(new RemoteAlerts(server.get()), saying);
    } else {
      sayInDirectory(logs, saying);
    }
  }

  private void ask(RemoteAlerts server, Saying saying) {
    Alert chosen = saying.alert().of(server.all());
    String taken = server.say(chosen.getId(), who, why, saying.until());
    surroundings
        .out()
        .println(
            "%s %s %s: %s by %s, %s"
                .formatted(
                    chosen.getId(),
                    chosen.getRule(),
                    chosen.getSubject(),
                    saying.until().isPresent() ? "snoozed" : "acknowledged",
                    taken,
                    why));
  }

  private void sayInDirectory(Logs logs, Saying saying) {
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "alerts " + name());
    Alert said;
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed)) {
      said = new AlertSession(session, surroundings.stop()).say(saying);
    }
    surroundings
        .out()
        .println(
            "%s %s %s: %s by %s, %s"
                .formatted(
                    said.getId(),
                    said.getRule(),
                    said.getSubject(),
                    said.getState().name().toLowerCase(java.util.Locale.ROOT),
                    said.getWho(),
                    said.getWhy()));
  }

  /** The end of a snooze; empty for an acknowledgement. */
  Optional<Instant> until(Instant now) {
    return Optional.empty();
  }

  private String name() {
    return spec.name();
  }

  private Saying saying() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    try {
      return new Saying(new AlertChoice(alert), who, why, now, until(now));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
