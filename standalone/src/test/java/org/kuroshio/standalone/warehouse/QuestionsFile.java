package org.kuroshio.standalone.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL of docs/warehouse.md, by the name in its first line. */
final class QuestionsFile {
  private static final Path FILE = Path.of("../docs/warehouse.md");

  private QuestionsFile() {}

  /** The description for dbt. */
  static String sources() {
    return text(Path.of("../examples/warehouse/sources.yml"));
  }

  static String question(String name) {
    String text = text(FILE);
    Matcher block =
        Pattern.compile("```sql\n-- " + Pattern.quote(name) + "\n(.*?)```", Pattern.DOTALL)
            .matcher(text);
    if (!block.find()) {
      throw new IllegalStateException("docs/warehouse.md has no SQL that begins with -- " + name);
    }
    return block.group(1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
