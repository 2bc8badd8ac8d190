package org.kuroshio.standalone.installation;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.RegistryIds;
import org.kuroshio.schemas.frame.RegistrySettings;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.TopicSettings;
import org.kuroshio.schemas.topic.Topics;

/**
 * One process of an installation on a cluster that Kuroshio did not start.
 *
 * @param instance names this process among those of the installation, the same after a restart
 * @param state a directory of this process alone: small files, and its log
 * @param principal whom access rules speak of, as {@code User:kuroshio}
 * @param groupPrefix in front of every consumer group and transactional id
 * @param registry empty where the schemas in the jar give the ids
 * @param metrics empty where only a process with the role serve shows any
 */
public record RunConfig(
    String instance,
    Path state,
    Cluster cluster,
    String principal,
    TopicSettings topicSettings,
    String groupPrefix,
    Optional<URI> registry,
    StreamsPart streams,
    IngestPart ingest,
    AlertsPart alerts,
    ServePart serve,
    Optional<MetricsPart> metrics) {
  public RunConfig {
    if (!instance.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          "instance must be 1 to 100 letters, digits, '.', '_' and '-', was '" + instance + "'");
    }
    if (!principal.matches("\\w+:.+")) {
      throw new IllegalArgumentException(
          "principal must look like User:kuroshio, was '" + principal + "'");
    }
    if (!groupPrefix.matches("[A-Za-z0-9._-]{0,100}")) {
      throw new IllegalArgumentException(
          "group_prefix must be letters, digits, '.', '_' and '-', was '" + groupPrefix + "'");
    }
  }

  public SchemaIds schemaIds() {
    return registry
        .<SchemaIds>map(address -> new RegistryIds(RegistrySettings.of(address)))
        .orElseGet(BundledIds::new);
  }

  public Topics topics(SchemaIds ids) {
    return Topics.of(ids, topicSettings);
  }

  /** Connect's group, and what its topics and transactions are named after. */
  public String connectGroup() {
    return groupPrefix + "kuroshio-connect";
  }
}
