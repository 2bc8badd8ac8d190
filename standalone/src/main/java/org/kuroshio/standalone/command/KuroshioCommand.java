package org.kuroshio.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
final class KuroshioCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLines.WRONG_USAGE;
  }
}
