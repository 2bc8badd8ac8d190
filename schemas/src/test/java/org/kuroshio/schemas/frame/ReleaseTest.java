package org.kuroshio.schemas.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes the current schemas down as those of a release; runs only if asked:
 *
 * <pre>mvn -pl schemas test -Dtest=ReleaseTest -Dkuroshio.release=0.1</pre>
 *
 * A folder may be written anew until its release is out, and never after.
 */
class ReleaseTest {
  static final Path FOLDER = Path.of("src/main/resources/org/kuroshio/schemas/frame/released");

  @Test
  @EnabledIfSystemProperty(named = "kuroshio.release", matches = "\\d+\\.\\d+")
  void writeCurrentSchemas() throws IOException {
    Path folder = FOLDER.resolve(System.getProperty("kuroshio.release"));
    Files.createDirectories(folder);
    for (Schema schema : BundledIds.current()) {
      Files.writeString(folder.resolve(schema.getName() + ".avsc"), schema.toString(true) + "\n");
    }
    Files.writeString(FOLDER.resolve("index.txt"), index());
  }

  private static String index() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".avsc"))
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/') + "\n")
          .sorted()
          .collect(Collectors.joining());
    }
  }
}
