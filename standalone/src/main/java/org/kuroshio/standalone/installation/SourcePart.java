package org.kuroshio.standalone.installation;

import java.util.List;
import java.util.Map;
import org.kuroshio.schemas.yaml.Place;

/**
 * One source to run.
 *
 * @param name of its connector: stored positions belong to it
 * @param definition a shipped source, or the path of one
 * @param inputs files, folders and globs, for sources of files; every worker must see the same
 * @param tasks most that may run at once
 * @param settings further settings of the connector; secrets in them are references, which only the
 *     worker resolves
 * @param place where the operator wrote it
 */
public record SourcePart(
    String name,
    String definition,
    List<String> inputs,
    int tasks,
    Map<String, String> settings,
    Place place) {
  private static final int MOST_TASKS = 1000;

  public SourcePart {
    inputs = List.copyOf(inputs);
    settings = Map.copyOf(settings);
    if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          "a source's name must be letters, digits, '.', '_' and '-', was '" + name + "'");
    }
    if (tasks < 1 || tasks > MOST_TASKS) {
      throw new IllegalArgumentException("tasks must be 1 to 1000, was " + tasks);
    }
  }
}
