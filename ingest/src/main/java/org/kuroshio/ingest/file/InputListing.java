package org.kuroshio.ingest.file;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files behind what the user named: files, folders (with all below them), globs. */
public final class InputListing {
  private static final Pattern GLOB = Pattern.compile("[*?{]");

  private InputListing() {}

  /**
   * Sorted by path within each input; a file that is named twice is listed once.
   *
   * @throws InputException if there is no such file, or it can't be read
   */
  public static List<InputFile> of(List<String> inputs) {
    Map<Path, InputFile> files = new LinkedHashMap<>();
    for (String input : inputs) {
      for (InputFile file : one(input)) {
        files.putIfAbsent(file.path().toAbsolutePath().normalize(), file);
      }
    }
    return List.copyOf(files.values());
  }

  /** All files of a bundle, sorted by path. */
  public static List<InputFile> of(FileBundle bundle) {
    return below(bundle.root(), bundle.shown(), null);
  }

  private static List<InputFile> one(String input) {
    Path path = Path.of(input);
    if (Files.isDirectory(path)) {
      return below(path, input, null);
    }
    if (Files.exists(path)) {
      return List.of(file(path, input, path.getFileName().toString()));
    }
    if (GLOB.matcher(input).find()) {
      return glob(input);
    }
    throw new InputException(
        "no file or folder '" + input + "' (seen from " + Path.of("").toAbsolutePath() + ")");
  }

  private static List<InputFile> glob(String input) {
    String slashed = input.replace(File.separatorChar, '/');
    int firstWild = GLOB.matcher(slashed).results().findFirst().orElseThrow().start();
    int cut = slashed.lastIndexOf('/', firstWild);
    String folder = cut < 0 ? "" : slashed.substring(0, cut + 1);
    // a slash in front makes the pattern see the whole path below the folder
    FilePattern pattern = FilePattern.of("/" + slashed.substring(cut + 1));
    Path root = Path.of(folder);
    List<InputFile> found = Files.isDirectory(root) ? below(root, folder, pattern) : List.of();
    if (found.isEmpty()) {
      throw new InputException("no file matches '" + input + "'");
    }
    return found;
  }

  private static List<InputFile> below(Path root, String shown, FilePattern pattern) {
    try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      List<InputFile> files = new ArrayList<>();
      for (Path path : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        String relative = root.relativize(path).toString().replace(File.separatorChar, '/');
        if (pattern == null || pattern.matches("/" + relative)) {
          files.add(file(path, join(shown, relative), relative));
        }
      }
      files.sort(Comparator.comparing(InputFile::relative));
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new InputException("folder '" + shown + "' can't be listed: " + e.getMessage(), e);
    }
  }

  private static String join(String folder, String relative) {
    return folder.isEmpty() || folder.endsWith("/") ? folder + relative : folder + "/" + relative;
  }

  private static InputFile file(Path path, String uri, String relative) {
    if (!Files.isReadable(path)) {
      throw new InputException("file '" + uri + "' can't be read: no permission");
    }
    try {
      return new InputFile(path, uri, relative, Files.size(path));
    } catch (IOException e) {
      throw new InputException("file '" + uri + "' can't be read: " + e.getMessage(), e);
    }
  }
}
