package org.kuroshio.standalone.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Puts the commands together and runs one. */
public final class CommandLines {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private CommandLines() {}

  /**
   * @return 0 on success, 1 on a failure that was explained, 2 on wrong usage
   */
  public static int run(Surroundings surroundings, String... arguments) {
    return of(surroundings).execute(arguments);
  }

  static CommandLine of(Surroundings surroundings) {
    Failures failures = new Failures(surroundings.err());
    CommandLine root = new CommandLine(new KuroshioCommand());
    root.addSubcommand(new LoadCommand(surroundings, failures));
    root.addSubcommand(new TableCommand(surroundings, failures));
    root.addSubcommand(new ExplainCommand(surroundings, failures));
    root.addSubcommand(new DiffCommand(surroundings, failures));
    root.addSubcommand(new DemoCommand(surroundings, failures));
    root.addSubcommand(new CorrectCommand(surroundings, failures));
    root.addSubcommand(new RunCommand(surroundings, failures));
    root.addSubcommand(
        new CommandLine(new SourcesCommand())
            .addSubcommand(new SourcesListCommand(surroundings))
            .addSubcommand(new SourcesStatusCommand(surroundings, failures))
            .addSubcommand(new SourcesCheckCommand(surroundings))
            .addSubcommand(new SourcesTryCommand(surroundings)));
    root.addSubcommand(
        new CommandLine(new IndicatorsCommand())
            .addSubcommand(new IndicatorsListCommand(surroundings))
            .addSubcommand(new IndicatorsCheckCommand(surroundings)));
    root.addSubcommand(
        new CommandLine(new RejectedCommand())
            .addSubcommand(new RejectedListCommand(surroundings, failures))
            .addSubcommand(new RejectedReplayCommand(surroundings, failures)));
    root.addSubcommand(
        new CommandLine(new AlertsCommand())
            .addSubcommand(new AlertsListCommand(surroundings, failures))
            .addSubcommand(new AlertsAckCommand(surroundings, failures))
            .addSubcommand(new AlertsSnoozeCommand(surroundings, failures))
            .addSubcommand(
                new CommandLine(new AlertRulesCommand())
                    .addSubcommand(new AlertRulesCheckCommand(surroundings))));
    root.addSubcommand(
        new CommandLine(new WarehouseCommand())
            .addSubcommand(new WarehousePrepareCommand(surroundings, failures))
            .addSubcommand(new WarehouseStatusCommand(surroundings, failures))
            .addSubcommand(new WarehouseReconcileCommand(surroundings, failures)));
    root.addSubcommand(new CommandLine.HelpCommand());
    root.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    root.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setParameterExceptionHandler(failures::wrongUsage);
    root.setExecutionExceptionHandler(failures::failed);
    return root;
  }
}
