package org.kuroshio.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.kuroshio.ingest.file.FileBundle;

/**
 * A shipped definition.
 *
 * @param root of the class path entry, with a slash at the end
 */
record ClasspathOrigin(URL root, String name) implements Origin {
  private static final String FOLDER = "sources/";

  @Override
  public String shown() {
    return shown(name + ".yaml");
  }

  @Override
  public String shown(String sibling) {
    return FOLDER + sibling;
  }

  @Override
  public String read(String sibling) throws IOException {
    URLConnection connection = new URL(root, FOLDER + sibling).openConnection();
    // else the jar stays open in the JDK's cache for ever
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      NoSuchFileException missing = new NoSuchFileException(shown(sibling));
      missing.initCause(e);
      throw missing;
    }
  }

  @Override
  public FileBundle bundled(String folder) throws IOException {
    return FileBundle.onClasspath(root, folder);
  }
}
