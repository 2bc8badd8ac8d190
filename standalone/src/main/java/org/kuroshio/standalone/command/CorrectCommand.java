package org.kuroshio.standalone.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kuroshio.serve.print.TextTable;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.correction.Author;
import org.kuroshio.standalone.correction.Correction;
import org.kuroshio.standalone.correction.CorrectionPlan;
import org.kuroshio.standalone.correction.Difference;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kuroshio correct}. */
@Command(
    name = "correct",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Enter corrections and withdrawals by hand.",
    description = {
      "Each row of the file names an entity, what to do (CORRECT, WITHDRAW or RESTORE), and for "
          + "CORRECT a field and its value. All rows are checked before the first is published, as "
          + "events of the source 'manual', and the command ends when the tables hold them."
    },
    footer = {
      "",
      "Example file:",
      "  entityId,op,field,value",
      "  paper:venture:JP-13:0001,CORRECT,headquarters.region,JP-12",
      "  paper:venture:JP-20:0003,WITHDRAW,,"
    })
final class CorrectCommand implements Runnable {
  private final Surroundings surroundings;
  private final Failures failures;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.csv", description = "The corrections, UTF-8.")
  private Path file;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; kept with each event for ever. Name no person.")
  private String reason;

  @Option(
      names = "--who",
      paramLabel = "NAME",
      defaultValue = "$" + "{sys:user.name}",
      description = {
        "Who says so; kept with each event for ever.",
        "Default: the system's user name. An empty text keeps none."
      })
  private String who;

  @Mixin private DataOption data;

  CorrectCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public void run() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    CorrectionPlan plan = CorrectionPlan.of(file, author());
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "correct " + file);
    Correction.Outcome outcome;
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed)) {
      outcome = new Correction(session, surroundings.stop()).run(plan);
    }
    print(outcome);
  }

  private Author author() {
    if (reason.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "--reason must say why, as \"register entry of 2008-05-02\"");
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new Author(file.toString(), reason, who, now);
  }

  private void print(Correction.Outcome outcome) {
    TextTable table =
        new TextTable(
            TextTable.Align.LEFT,
            TextTable.Align.LEFT,
            TextTable.Align.LEFT,
            TextTable.Align.LEFT,
            TextTable.Align.LEFT);
    for (Difference difference : outcome.differences()) {
      table.row(
          difference.entityId(), difference.field(), difference.before(), "->", difference.after());
    }
    table.lines().forEach(surroundings.out()::println);
    String unchanged =
        outcome.unchanged() == 0 ? "" : ", %d already so".formatted(outcome.unchanged());
    String tables = outcome.cut().map(cut -> "; the tables stand at cut " + cut).orElse("");
    surroundings
        .out()
        .println("%d corrected%s%s".formatted(outcome.corrected(), unchanged, tables));
  }
}
