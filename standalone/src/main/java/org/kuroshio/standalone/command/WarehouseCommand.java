package org.kuroshio.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kuroshio warehouse}. */
@Command(
    name = "warehouse",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header =
        "The tables in PostgreSQL: prepare a database, see how far it is, compare it cell by cell.")
final class WarehouseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLines.WRONG_USAGE;
  }
}
