package org.kuroshio.standalone.warehouse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.kuroshio.standalone.failure.Failure;

/** Where the sinks and the embedded database are; the launcher lays them out and says so. */
final class PluginFolders {
  /** Folders separated by commas, each with one folder per plugin. */
  static final String PROPERTY = "kuroshio.plugins";

  private static final String DATABASE = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

  private PluginFolders() {}

  /**
   * As Connect's plugin path.
   *
   * @throws Failure if they are not there
   */
  static String path() {
    List<String> folders =
        Arrays.stream(System.getProperty(PROPERTY, "").split(",", -1))
            .filter(folder -> !folder.isBlank())
            .toList();
    if (folders.isEmpty() || !folders.stream().map(Path::of).allMatch(Files::isDirectory)) {
      throw new Failure(
          "the warehouse's sinks are not there: start with the launcher (./kuroshio), which builds"
              + " them, or name their folders with -D%s=FOLDER,FOLDER; was '%s'"
                  .formatted(PROPERTY, String.join(",", folders)));
    }
    return String.join(",", folders);
  }

  /**
   * @throws Failure if the class path has no PostgreSQL
   */
  static void requireDatabase() {
    try {
      Class.forName(DATABASE, false, PluginFolders.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new Failure(
          "there is no embedded PostgreSQL on the class path: start with the launcher (./kuroshio)",
          e);
    }
  }
}
