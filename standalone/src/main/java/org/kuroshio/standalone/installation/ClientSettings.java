package org.kuroshio.standalone.installation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SaslConfigs;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;

/**
 * Settings for every Kafka client alike. Only what producers, consumers and admin clients share may
 * be said here: what makes one of them right or wrong for its purpose is not the operator's.
 */
final class ClientSettings {
  private static final Set<String> OURS =
      Set.of(
          CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
          CommonClientConfigs.CLIENT_ID_CONFIG,
          CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG);

  private static final Pattern LOGIN_NAME = Pattern.compile("username\\s*=\\s*\"([^\"]+)\"");

  private ClientSettings() {}

  static Map<String, String> read(YamlMap settings, Secrets secrets, Mistakes mistakes) {
    Set<String> known = known();
    Map<String, String> read = new HashMap<>();
    settings
        .values()
        .forEach(
            (key, node) -> {
              if (!known.contains(key)) {
                mistakes.add(settings.placeOf(key), unknown(key, known));
                return;
              }
              mistakes
                  .attempt(node::text)
                  .ifPresent(
                      value ->
                          Secrets.literal(key, value, isSecret(key))
                              .ifPresentOrElse(
                                  why -> mistakes.add(node.place(), why),
                                  () ->
                                      mistakes
                                          .attempt(node.place(), () -> secrets.resolve(value))
                                          .ifPresent(resolved -> read.put(key, resolved))));
            });
    return read;
  }

  private static String unknown(String key, Set<String> known) {
    return "'%s' is no setting of every Kafka client%s"
        .formatted(
            key,
            Nearest.to(key, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; security, connections and timeouts can be set here"));
  }

  /** Whom the login stands for, where it has a user's name. */
  static Optional<String> principal(Map<String, String> settings) {
    Matcher name = LOGIN_NAME.matcher(settings.getOrDefault(SaslConfigs.SASL_JAAS_CONFIG, ""));
    return name.find() ? Optional.of("User:" + name.group(1)) : Optional.empty();
  }

  private static boolean isSecret(String key) {
    return ProducerConfig.configDef().configKeys().get(key).type == ConfigDef.Type.PASSWORD;
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(ProducerConfig.configNames());
    known.retainAll(ConsumerConfig.configNames());
    known.retainAll(AdminClientConfig.configNames());
    known.removeAll(OURS);
    return known;
  }
}
