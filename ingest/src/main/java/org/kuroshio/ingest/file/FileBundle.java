package org.kuroshio.ingest.file;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An open folder of data that comes with a definition. Its files can be read until it is closed.
 *
 * @param shown in front of the files' names in provenance and messages
 * @param jar the opened jar, if it is in one
 */
public record FileBundle(Path root, String shown, Optional<FileSystem> jar)
    implements AutoCloseable {

  public static FileBundle ofFolder(Path root, String shown) {
    return new FileBundle(root, shown, Optional.empty());
  }

  /**
   * @param entry the root of a class path entry, a folder or a jar
   * @throws NoSuchFileException if it has no such folder
   */
  public static FileBundle onClasspath(URL entry, String folder) throws IOException {
    String shown = "classpath:" + folder;
    if (!entry.getProtocol().equals("jar")) {
      return present(ofFolder(path(entry).resolve(folder), shown));
    }
    Path jar = path(((JarURLConnection) entry.openConnection()).getJarFileURL());
    FileSystem system = FileSystems.newFileSystem(jar);
    return present(new FileBundle(system.getPath(folder), shown, Optional.of(system)));
  }

  private static FileBundle present(FileBundle bundle) throws IOException {
    if (!Files.isDirectory(bundle.root)) {
      bundle.close();
      throw new NoSuchFileException(bundle.shown);
    }
    return bundle;
  }

  private static Path path(URL url) throws IOException {
    try {
      return Path.of(new URI(url.toString()));
    } catch (URISyntaxException e) {
      throw new IOException("no path: " + url, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (jar.isPresent()) {
      jar.get().close();
    }
  }
}
