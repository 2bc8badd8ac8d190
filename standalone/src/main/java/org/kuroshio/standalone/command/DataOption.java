package org.kuroshio.standalone.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data directory a command works on, and how much it says of it. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:KUROSHIO_DATA:-data}",
      description = {
        "The data directory, kept between runs.",
        "Default: KUROSHIO_DATA, else ./data."
      })
  private Path directory;

  @Option(
      names = {"-v", "--verbose"},
      description = "Write the log to standard error too.")
  private boolean verbose;

  Path directory() {
    return directory;
  }

  boolean isVerbose() {
    return verbose;
  }
}
