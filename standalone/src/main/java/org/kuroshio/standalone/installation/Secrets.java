package org.kuroshio.standalone.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * References to secrets in a configuration: {@code ${env:NAME}}, {@code ${file:PATH:KEY}} of a
 * properties file, {@code ${directory:PATH:FILE}} for a file that holds nothing else. They are
 * Kafka's own providers, so a connector's settings may hold the same references.
 */
public final class Secrets implements AutoCloseable {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file|directory):[^}]+}");
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(password|secret|token|api[._-]?key|credential|jaas).*");

  /** A value in quotes of a JAAS entry that is its secret. */
  private static final Pattern JAAS_SECRET =
      Pattern.compile("(?i)(password|secret|token)\\w*\\s*=\\s*\"(?!\\$\\{)[^\"]*\"");

  private final Map<String, ConfigProvider> providers =
      Map.of(
          "env", new EnvVarConfigProvider(),
          "file", new FileConfigProvider(),
          "directory", new DirectoryConfigProvider());

  public Secrets() {
    providers.values().forEach(provider -> provider.configure(Map.of()));
  }

  /** The providers as a Connect worker is told of them. */
  public static Map<String, String> workerSettings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("config.providers", "env,file,directory");
    settings.put("config.providers.env.class", EnvVarConfigProvider.class.getName());
    settings.put("config.providers.file.class", FileConfigProvider.class.getName());
    settings.put("config.providers.directory.class", DirectoryConfigProvider.class.getName());
    return settings;
  }

  /**
   * What is wrong with how a secret is written, without repeating it; empty if nothing is.
   *
   * @param secret whether the setting is known to hold one, whatever its name
   */
  static Optional<String> literal(String key, String value, boolean secret) {
    boolean jaas = key.toLowerCase(Locale.ROOT).contains("jaas");
    boolean open =
        jaas
            ? JAAS_SECRET.matcher(value).find()
            : (secret || SECRET_NAME.matcher(key).matches()) && !REFERENCE.matcher(value).find();
    // a class or a place is named after what it deals with and is none
    boolean named = !secret && key.matches(".*\\.(class|location|type|url)");
    return open && !named
        ? Optional.of(
            "'%s' holds a secret, which does not belong into this file: write ${env:NAME}, or ${file:PATH:KEY} of a properties file"
                .formatted(key))
        : Optional.empty();
  }

  /**
   * The value with what it refers to.
   *
   * @throws IllegalArgumentException if a reference leads nowhere; the message names it
   */
  public String resolve(String value) {
    if (!REFERENCE.matcher(value).find()) {
      return value;
    }
    String resolved;
    try {
      resolved = new ConfigTransformer(providers).transform(Map.of("", value)).data().get("");
    } catch (ConfigException e) {
      throw new IllegalArgumentException(firstReference(value) + " can't be read", e);
    }
    Matcher left = REFERENCE.matcher(resolved);
    if (left.find()) {
      throw new IllegalArgumentException(left.group() + " leads to nothing");
    }
    return resolved;
  }

  private static String firstReference(String value) {
    Matcher reference = REFERENCE.matcher(value);
    return reference.find() ? reference.group() : "a reference";
  }

  @Override
  public void close() {
    for (ConfigProvider provider : providers.values()) {
      try {
        provider.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
