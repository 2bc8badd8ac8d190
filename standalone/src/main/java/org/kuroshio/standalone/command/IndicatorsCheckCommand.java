package org.kuroshio.standalone.command;

import java.nio.file.Path;
import java.util.List;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kuroshio indicators check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Check a file of definitions against the event schemas and the shipped indicators.",
    footer = {"", "Exit status 1 if anything is wrong; the message names file and line."})
final class IndicatorsCheckCommand implements Runnable {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "A YAML file of definitions.")
  private Path file;

  IndicatorsCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    int count = CatalogueFiles.read(file, Regions.shipped()).size();
    CatalogueFiles.shipped(List.of(file));
    surroundings
        .out()
        .printf(
            "%s: %d %s, no problems found%n",
            file, count, count == 1 ? "definition" : "definitions");
  }
}
