package org.kuroshio.standalone.command;

import java.nio.file.Path;
import java.util.List;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kuroshio alerts rules check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Check a file of rules against the catalogue, the regions and the shipped rules.",
    footer = {"", "Exit status 1 if anything is wrong; the message names file and line."})
final class AlertRulesCheckCommand implements Runnable {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "A YAML file of rules; see docs/alerts.md.")
  private Path file;

  AlertRulesCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    AlertRules rules = new AlertRules(CatalogueFiles.shipped(List.of()), Regions.shipped());
    int count = rules.read(file).size();
    rules.with(List.of(file));
    surroundings.out().printf("%s: %d rules, no problems found%n", file, count);
  }
}
