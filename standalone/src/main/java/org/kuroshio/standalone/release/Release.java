package org.kuroshio.standalone.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build wrote into the jar. */
public final class Release {
  private static final String FILE = "release.properties";

  private Release() {}

  public static String version() {
    try (InputStream in = Release.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " is missing from the jar", e);
    }
  }
}
