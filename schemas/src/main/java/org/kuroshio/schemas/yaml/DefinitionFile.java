package org.kuroshio.schemas.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of definitions that a user named. */
public final class DefinitionFile {
  private DefinitionFile() {}

  /**
   * Its text, of UTF-8.
   *
   * @throws DefinitionException if there is no such file, or it can't be read
   */
  public static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new Place(file.toString(), 1).problem("there is no such file");
    } catch (IOException e) {
      throw new Place(file.toString(), 1).problem("can't be read: " + e);
    }
  }
}
