package org.kuroshio.standalone.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real files of publishers, beside the checkout where they exist; never copied into it. */
final class Samples {
  /** The module is the working directory of its tests. */
  static final Path ROOT = Path.of("../../shared/samples");

  static final Path EXAMPLES = Path.of("../examples");

  private Samples() {}

  static boolean exist() {
    return Files.isDirectory(ROOT);
  }
}
