package org.kuroshio.ingest.setting;

import java.util.Optional;
import org.kuroshio.schemas.yaml.Place;

/**
 * One thing that can be set for a source.
 *
 * @param doc what it is and where one gets it, for whoever must give it
 * @param otherwise the value where none is given; none means that it must be given
 * @param secret whether it is kept out of logs, metrics, topics and errors
 */
public record Setting(
    String name, Place place, String doc, Optional<String> otherwise, boolean secret) {
  public Setting {
    if (secret && otherwise.isPresent()) {
      throw new IllegalArgumentException(
          "'" + name + "' is secret, so it can have no default: a definition holds no secrets");
    }
  }

  Setting or(String given) {
    return given == null ? this : new Setting(name, place, doc, Optional.of(given), secret);
  }

  /** The name of its variable in the environment: {@code KUROSHIO_NTA_API_ID}. */
  public String variable(String source) {
    return ("KUROSHIO_" + source + "_" + name.replaceAll("([a-z0-9])([A-Z])", "$1_$2"))
        .replace('-', '_')
        .toUpperCase(java.util.Locale.ROOT);
  }
}
