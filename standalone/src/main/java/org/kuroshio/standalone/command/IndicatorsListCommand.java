package org.kuroshio.standalone.command;

import java.util.List;
import java.util.Locale;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.serve.print.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kuroshio indicators list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "All indicators: id, kind, unit, title.")
final class IndicatorsListCommand implements Runnable {
  private final Surroundings surroundings;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "Language of the titles: en, ja or zh; default en.")
  private Language language;

  IndicatorsListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    TextTable table =
        new TextTable(
            TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT);
    table.row("INDICATOR", "KIND", "UNIT", "TITLE");
    for (Indicator indicator : CatalogueFiles.shipped(List.of()).all()) {
      table.row(
          indicator.id(), kind(indicator), indicator.unit(), indicator.title(language.name()));
    }
    table.lines().forEach(surroundings.out()::println);
  }

  private static String kind(Indicator indicator) {
    return indicator.kind().getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
