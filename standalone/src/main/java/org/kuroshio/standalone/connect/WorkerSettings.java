package org.kuroshio.standalone.connect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.standalone.installation.IngestPart;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.installation.Secrets;

/** Connect's settings of a distributed worker. */
public final class WorkerSettings {
  /** What Connect prefixes with, where a client is not the worker's own. */
  private static final List<String> CLIENTS = List.of("", "producer.", "consumer.", "admin.");

  public static final int STORE_PARTITIONS = 5;

  private WorkerSettings() {}

  /** Where workers keep what connectors are to run, in one partition. */
  public static String configTopic(RunConfig config) {
    return topic(config, "configs");
  }

  /** Where positions are kept when a connector has no topic of its own. */
  public static String offsetTopic(RunConfig config) {
    return topic(config, "offsets");
  }

  public static String statusTopic(RunConfig config) {
    return topic(config, "status");
  }

  /** The id under which whichever worker leads writes to the config topic. */
  public static String leaderTransactions(RunConfig config) {
    return DistributedConfig.transactionalProducerId(config.connectGroup());
  }

  private static String topic(RunConfig config, String purpose) {
    return config.topicSettings().prefix() + config.connectGroup() + "-" + purpose;
  }

  static Map<String, String> of(RunConfig config) {
    Map<String, String> settings = new HashMap<>(Secrets.workerSettings());
    clients(settings, config.cluster());
    stores(settings, config);
    group(settings, config);
    listener(settings, config.ingest());
    settings.put(
        WorkerConfig.KEY_CONVERTER_CLASS_CONFIG,
        "org.apache.kafka.connect.storage.StringConverter");
    settings.put(
        WorkerConfig.VALUE_CONVERTER_CLASS_CONFIG,
        "org.apache.kafka.connect.converters.ByteArrayConverter");
    settings.put(WorkerConfig.PLUGIN_DISCOVERY_CONFIG, "service_load");
    settings.put(WorkerConfig.OFFSET_COMMIT_INTERVAL_MS_CONFIG, "1000");
    // events come in thousands a second, most of them alike
    settings.put("producer.compression.type", "lz4");
    settings.put("producer.linger.ms", "20");
    // a killed task's open transaction hides everything behind it until it ends
    settings.put("producer.transaction.timeout.ms", "15000");
    return settings;
  }

  private static void clients(Map<String, String> settings, Cluster cluster) {
    settings.put(WorkerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
    for (String prefix : CLIENTS) {
      settings.put(prefix + CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
      cluster.client().forEach((key, value) -> settings.put(prefix + key, value));
    }
    settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, ConnectMeters.class.getName());
  }

  private static void stores(Map<String, String> settings, RunConfig config) {
    String replication = String.valueOf(config.topicSettings().replicationFactor());
    settings.put(DistributedConfig.CONFIG_TOPIC_CONFIG, configTopic(config));
    settings.put(DistributedConfig.OFFSET_STORAGE_TOPIC_CONFIG, offsetTopic(config));
    settings.put(DistributedConfig.STATUS_STORAGE_TOPIC_CONFIG, statusTopic(config));
    settings.put(DistributedConfig.CONFIG_STORAGE_REPLICATION_FACTOR_CONFIG, replication);
    settings.put(DistributedConfig.OFFSET_STORAGE_REPLICATION_FACTOR_CONFIG, replication);
    settings.put(DistributedConfig.STATUS_STORAGE_REPLICATION_FACTOR_CONFIG, replication);
    String partitions = String.valueOf(STORE_PARTITIONS);
    settings.put(DistributedConfig.OFFSET_STORAGE_PARTITIONS_CONFIG, partitions);
    settings.put(DistributedConfig.STATUS_STORAGE_PARTITIONS_CONFIG, partitions);
  }

  private static void group(Map<String, String> settings, RunConfig config) {
    settings.put(DistributedConfig.GROUP_ID_CONFIG, config.connectGroup());
    settings.put(DistributedConfig.EXACTLY_ONCE_SOURCE_SUPPORT_CONFIG, "enabled");
    settings.put(DistributedConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
    settings.put(DistributedConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "1500");
    // Connect would leave the tasks of a dead worker alone for five minutes, in case it comes back
    settings.put(DistributedConfig.SCHEDULED_REBALANCE_MAX_DELAY_MS_CONFIG, "0");
  }

  private static void listener(Map<String, String> settings, IngestPart ingest) {
    settings.put("listeners", "http://%s:%d".formatted(ingest.host(), ingest.port()));
    settings.put("rest.advertised.host.name", ingest.host());
  }
}
