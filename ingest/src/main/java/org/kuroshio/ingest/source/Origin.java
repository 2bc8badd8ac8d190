package org.kuroshio.ingest.source;

import java.io.IOException;
import org.kuroshio.ingest.file.FileBundle;

/** Where a definition was found, and with it its mappings and its bundled data. */
public sealed interface Origin permits FileOrigin, ClasspathOrigin {
  /** The definition's file as messages name it. */
  String shown();

  /** A file beside the definition as messages name it. */
  String shown(String sibling);

  /**
   * The text of a file beside the definition, which must be UTF-8.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  String read(String sibling) throws IOException;

  /**
   * Opens the folder of bundled data: seen from the root of the class path entry of a shipped
   * definition, or from the folder of a definition that is a file. The caller closes it.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  FileBundle bundled(String folder) throws IOException;
}
