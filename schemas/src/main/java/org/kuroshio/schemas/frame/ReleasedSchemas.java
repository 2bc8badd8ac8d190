package org.kuroshio.schemas.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The schemas of every release, as they were: in the jar, so that old records stay readable without
 * a registry.
 */
final class ReleasedSchemas {
  /** Beside this class; one path per line, as {@code 0.1/ProgramEvent.avsc}. */
  static final String INDEX = "released/index.txt";

  private ReleasedSchemas() {}

  record Released(String release, Schema schema) {}

  static List<Released> all() {
    return read(INDEX).lines().map(ReleasedSchemas::released).toList();
  }

  private static Released released(String path) {
    String release = path.substring(0, path.indexOf('/'));
    return new Released(release, new Schema.Parser().parse(read("released/" + path)));
  }

  private static String read(String resource) {
    try (InputStream in = ReleasedSchemas.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource + ": build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + resource + " of the jar", e);
    }
  }
}
