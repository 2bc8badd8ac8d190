package org.kuroshio.standalone.load;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.ingest.engine.SourceInput;
import org.kuroshio.ingest.setting.SettingValues;
import org.kuroshio.ingest.source.HttpTransport;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.ingest.trial.SourceCheck;
import org.kuroshio.standalone.failure.Failure;

/**
 * A load whose definitions and inputs were looked at, so that a wrong one stops it before a data
 * directory is made or a broker started.
 *
 * @param source the source's own name
 * @param definition the name or path that the user gave
 * @param live whether a server is asked for what it has now, and no file is read
 * @param partitions of each event topic, where the user named a number
 */
public record LoadPlan(
    String source,
    String definition,
    List<String> inputs,
    boolean live,
    OptionalInt partitions,
    Catalogue catalogue,
    Regions regions) {
  public LoadPlan {
    inputs = List.copyOf(inputs);
  }

  /**
   * @param inputs files, folders, globs; empty for the data that the source ships, or for what its
   *     server answers
   * @throws Failure naming everything that is wrong with the source's definition
   * @throws RuntimeException of the modules' own kinds where the source, an input or an indicator's
   *     definition is missing or wrong
   */
  public static LoadPlan of(String definition, List<String> inputs, OptionalInt partitions) {
    SourceDefinition source = SourceDefinitions.find(definition);
    List<String> problems = SourceCheck.problems(source);
    if (!problems.isEmpty()) {
      throw new Failure(String.join("\n", problems));
    }
    boolean live = inputs.isEmpty() && source.transport() instanceof HttpTransport;
    if (live) {
      asked(source);
    } else {
      found(source, inputs);
    }
    return new LoadPlan(
        source.name(),
        definition,
        inputs,
        live,
        partitions,
        CatalogueFiles.shipped(List.of()),
        Regions.shipped());
  }

  /** What the source's server is told is there. */
  private static void asked(SourceDefinition source) {
    SettingValues.of(
        source.name(),
        source.settings(),
        SettingValues.fromEnvironment(source.name(), source.settings(), System.getenv()));
  }

  private static void found(SourceDefinition source, List<String> inputs) {
    try (SourceInput input = SourceInput.open(source, inputs)) {
      if (input.files().isEmpty()) {
        throw new Failure("there is no file in " + String.join(", ", inputs));
      }
    } catch (IOException e) {
      throw new Failure("the input of " + source.name() + " can't be read: " + e.getMessage(), e);
    }
  }
}
