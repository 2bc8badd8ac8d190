package org.kuroshio.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.kuroshio.ingest.file.FileBundle;

/** A definition of the user's own. */
record FileOrigin(Path definition) implements Origin {
  @Override
  public String shown() {
    return definition.toString();
  }

  @Override
  public String shown(String sibling) {
    return beside(sibling).toString();
  }

  @Override
  public String read(String sibling) throws IOException {
    return Files.readString(beside(sibling));
  }

  @Override
  public FileBundle bundled(String folder) throws IOException {
    Path root = beside(folder);
    if (!Files.isDirectory(root)) {
      throw new NoSuchFileException(root.toString());
    }
    return FileBundle.ofFolder(root, root.toString());
  }

  private Path beside(String sibling) {
    return definition.resolveSibling(sibling);
  }
}
