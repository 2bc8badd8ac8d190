package org.kuroshio.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root, which does nothing itself. */
@Command(
    name = "kuroshio",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Regional innovation indicators, kept up to date by streams.",
    footer = {
      "",
      "kuroshio COMMAND --help says more about a command.",
      "Exit status: 0 success, 1 a failure that the message explains, 2 wrong usage."
    })
final class KuroshioCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
