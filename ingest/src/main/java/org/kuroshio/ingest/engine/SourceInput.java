package org.kuroshio.ingest.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.file.FileBundle;
import org.kuroshio.ingest.file.InputException;
import org.kuroshio.ingest.file.InputFile;
import org.kuroshio.ingest.file.InputListing;
import org.kuroshio.ingest.source.FileTransport;
import org.kuroshio.ingest.source.SourceDefinition;

/**
 * The files of one reading: what the user named, or what the source ships. They can be read until
 * it is closed.
 */
public final class SourceInput implements Closeable {
  private final List<InputFile> files;
  private final Optional<FileBundle> bundle;

  private SourceInput(List<InputFile> files, Optional<FileBundle> bundle) {
    this.files = files;
    this.bundle = bundle;
  }

  /**
   * @param inputs files, folders and globs; empty for the data that the source ships
   * @throws InputException if one of them does not exist, or none is named and the source ships
   *     nothing
   */
  public static SourceInput open(SourceDefinition source, List<String> inputs) {
    if (!inputs.isEmpty()) {
      return new SourceInput(InputListing.of(inputs), Optional.empty());
    }
    String folder =
        bundled(source)
            .orElseThrow(
                () ->
                    new InputException(
                        "source '" + source.name() + "' ships no data: name files by --input"));
    try {
      FileBundle bundle = source.origin().bundled(folder);
      return new SourceInput(InputListing.of(bundle), Optional.of(bundle));
    } catch (NoSuchFileException e) {
      throw new InputException(
          "source '" + source.name() + "' names the folder '" + folder + "', which is not there");
    } catch (IOException e) {
      throw new InputException(
          "the data of source '" + source.name() + "' can't be read: " + e.getMessage());
    }
  }

  private static Optional<String> bundled(SourceDefinition source) {
    return source.transport() instanceof FileTransport files ? files.bundled() : Optional.empty();
  }

  public List<InputFile> files() {
    return files;
  }

  @Override
  public void close() throws IOException {
    if (bundle.isPresent()) {
      bundle.get().close();
    }
  }
}
