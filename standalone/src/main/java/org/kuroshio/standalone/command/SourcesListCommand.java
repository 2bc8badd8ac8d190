package org.kuroshio.standalone.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kuroshio.ingest.source.EntityMapping;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.schemas.entity.EntityType;
import org.kuroshio.schemas.entity.EntityTypes;
import org.kuroshio.serve.print.TextTable;
import picocli.CommandLine.Command;

/** {@code kuroshio sources list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "The shipped sources: name, streams that they feed, title, licence.")
final class SourcesListCommand implements Runnable {
  private final Surroundings surroundings;

  SourcesListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    TextTable table =
        new TextTable(
            TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT);
    table.row("SOURCE", "STREAMS", "TITLE", "LICENCE");
    for (SourceDefinition source : SourceDefinitions.shipped()) {
      table.row(source.name(), streams(source), source.titles().get("en"), source.licence());
    }
    table.lines().forEach(surroundings.out()::println);
  }

  /** A mapping that names its entity by itself can feed any stream. */
  private static String streams(SourceDefinition source) {
    List<Optional<String>> entities =
        source.parts().stream()
            .flatMap(part -> part.entities().stream())
            .map(EntityMapping::entity)
            .toList();
    if (entities.stream().anyMatch(Optional::isEmpty)) {
      return "any";
    }
    return entities.stream()
        .flatMap(Optional::stream)
        .flatMap(name -> EntityTypes.find(name).stream())
        .map(EntityType::stream)
        .distinct()
        .sorted()
        .map(stream -> stream.label())
        .collect(Collectors.joining(", "));
  }
}
