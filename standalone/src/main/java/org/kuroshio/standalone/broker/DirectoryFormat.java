package org.kuroshio.standalone.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.kuroshio.standalone.failure.Failure;

/**
 * The number of the layout of a data directory, and which Kuroshio wrote it. The file holds the
 * number on its first line and the writer on its second, so that an older program can name a newer
 * one.
 *
 * @param number the layout; {@link #CURRENT} is what this program reads and writes
 * @param writer the version of the Kuroshio that wrote the file
 */
record DirectoryFormat(int number, String writer) {
  static final int CURRENT = 1;

  private static final String FILE = "version";

  static boolean isIn(Path directory) {
    return Files.exists(directory.resolve(FILE));
  }

  /**
   * Reads the file and refuses what this program could only damage.
   *
   * @throws Failure if the layout is newer than {@link #CURRENT} or the file is not one of ours
   */
  static DirectoryFormat read(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    DirectoryFormat format = parse(file, lines);
    if (format.number > CURRENT) {
      throw new Failure(
          "%s has data format %d, written by Kuroshio %s; this Kuroshio reads up to format %d. Use that version or a newer one, or give another directory with --data"
              .formatted(directory, format.number, format.writer, CURRENT));
    }
    return format;
  }

  /** Written beside and moved into place, so that a crash leaves either no file or a whole one. */
  static void write(Path directory, String writer) throws IOException {
    Path unfinished = directory.resolve(FILE + ".new");
    Files.writeString(unfinished, CURRENT + "\n" + writer + "\n", StandardCharsets.UTF_8);
    Files.move(unfinished, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  private static DirectoryFormat parse(Path file, List<String> lines) {
    String number = lines.isEmpty() ? "" : lines.get(0).strip();
    if (!number.matches("[1-9][0-9]{0,8}")) {
      throw new Failure(
          "%s does not begin with a data format number but with \"%s\": this is not a Kuroshio data directory, or its version file was damaged. Give another directory with --data, or put the number %d back on the first line"
              .formatted(file, number, CURRENT));
    }
    String writer = lines.size() > 1 ? lines.get(1).strip() : "of unknown version";
    return new DirectoryFormat(Integer.parseInt(number), writer);
  }
}
